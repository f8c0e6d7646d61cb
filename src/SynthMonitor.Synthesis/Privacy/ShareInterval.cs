namespace SynthMonitor.Synthesis.Privacy;

/// <summary>A share with a 95 % interval.</summary>
/// <param name="Value">The share, 0 … 1.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
public sealed record ShareInterval(double Value, double Lower, double Upper)
{
    private const double Quantile = 1.959963984540054;

    /// <summary>The interval of a share of so many independent rows (Wilson 1927).</summary>
    /// <param name="value">The share.</param>
    /// <param name="rows">At least 1.</param>
    public static ShareInterval Of(double value, int rows)
    {
        var z = Quantile * Quantile / rows;
        var centre = (value + (z / 2)) / (1 + z);
        var half = Math.Sqrt((value * (1 - value) * z) + (z * z / 4)) / (1 + z);
        return new(value, centre - half, centre + half);
    }
}
