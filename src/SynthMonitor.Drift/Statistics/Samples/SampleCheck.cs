namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>What statistics on samples of numbers check first.</summary>
internal static class SampleCheck
{
    /// <summary>Why a sample cannot be used, or null.</summary>
    public static string? Fault(ReadOnlySpan<double> sample, int fewest)
    {
        if (sample.Length < fewest)
        {
            return sample.Length == 0 ? "a sample is empty" : $"a sample has fewer than {fewest} values";
        }

        foreach (var value in sample)
        {
            if (double.IsNaN(value))
            {
                return "a sample holds what is not a number";
            }
        }

        return null;
    }

    /// <summary>Why a sample cannot be used where values must be finite, or null.</summary>
    public static string? FiniteFault(ReadOnlySpan<double> sample, int fewest)
    {
        if (Fault(sample, fewest) is { } reason)
        {
            return reason;
        }

        foreach (var value in sample)
        {
            if (double.IsInfinity(value))
            {
                return "a sample holds infinite values";
            }
        }

        return null;
    }
}
