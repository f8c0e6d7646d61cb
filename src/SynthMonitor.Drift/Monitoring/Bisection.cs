namespace SynthMonitor.Drift.Monitoring;

/// <summary>Inverts a function that falls.</summary>
internal static class Bisection
{
    private const int Steps = 60;

    /// <summary>The smallest argument at which the function is at or below a target, as nearly as doubles near it can say.</summary>
    public static double Falling(Func<double, double> function, double target, double low, double high)
    {
        for (var step = 0; step < Steps && high - low > 1e-9; step++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = function(middle) > target ? (middle, high) : (low, middle);
        }

        return high;
    }
}
