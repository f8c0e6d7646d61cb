using SynthMonitor.Data.Storage;

namespace SynthMonitor.Synthesis.Values;

/// <summary>
/// The rounding of a column of numbers: every value is <c>(origin + k·step) / 10^decimals</c> for a whole k. Learnt from the values, so
/// that whole numbers stay whole, prices keep their cents, and dates keep their time of day.
/// </summary>
/// <param name="Origin">The smallest value, in units of 10^-decimals.</param>
/// <param name="Step">The greatest common divisor of all distances, in the same units; at least 1.</param>
/// <param name="Decimals">Decimal places, 0 … <see cref="MaximumDecimals"/>.</param>
internal sealed record Grid(long Origin, long Step, int Decimals)
{
    /// <summary>More decimals than this are taken as no rounding.</summary>
    public const int MaximumDecimals = 10;

    private const double ExactLimit = 1L << 53;

    private readonly double scale = Math.Pow(10, Decimals);

    /// <summary>The coarsest grid that holds all finite values, or null where there is none.</summary>
    public static Grid? Learn(ReadOnlySpan<double> values)
    {
        var decimals = 0;
        var scale = 1.0;
        foreach (var value in values)
        {
            while (double.IsFinite(value) && !IsMultiple(value, scale))
            {
                if (++decimals > MaximumDecimals)
                {
                    return null;
                }

                scale = Math.Pow(10, decimals);
            }
        }

        return Span(values, scale, decimals);
    }

    /// <summary>The whole k whose value is nearest to a value.</summary>
    public double IndexOf(double value) => Math.Round((value * scale - Origin) / Step);

    /// <summary>The value of a whole k.</summary>
    public double At(double index) => (Origin + (long)index * Step) / scale;

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteSigned(Origin);
        writer.WriteSigned(Step);
        writer.WriteCount(Decimals);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Grid Read(PayloadReader reader)
    {
        var grid = new Grid(reader.ReadSigned(), reader.ReadSigned(), reader.ReadCount());
        return grid.Step > 0 && grid.Decimals <= MaximumDecimals
            ? grid
            : throw reader.Fault(
                $"a step of {grid.Step} with {grid.Decimals} decimals", $"a step above 0 and at most {MaximumDecimals} decimals");
    }

    private static bool IsMultiple(double value, double scale)
    {
        var scaled = Math.Round(value * scale);
        return Math.Abs(scaled) <= ExactLimit && scaled / scale == value;
    }

    private static Grid? Span(ReadOnlySpan<double> values, double scale, int decimals)
    {
        long? origin = null;
        long step = 0;
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                // A value that met fewer decimals may be too great to be exact with as many as a later one needed.
                if (!IsMultiple(value, scale))
                {
                    return null;
                }

                var scaled = (long)Math.Round(value * scale);
                origin ??= scaled;
                step = GreatestCommonDivisor(step, Math.Abs(scaled - origin.Value));
                origin = Math.Min(origin.Value, scaled);
            }
        }

        return origin is null ? null : new Grid(origin.Value, Math.Max(1, step), decimals);
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
