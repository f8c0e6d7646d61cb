namespace SynthMonitor.Drift.Statistics.MultipleTesting;

/// <summary>
/// <see cref="BenjaminiHochberg"/> in two stages: the first, at a level, counts rejections; the second takes what is left for the number of
/// true hypotheses and adjusts by that instead of m. More power where many hypotheses are false; valid for independent tests. The adjusted
/// p-values depend on the level and hold at it alone. Source: Benjamini, Krieger and Yekutieli 2006, definition 6; equal to statsmodels'
/// multipletests(method="fdr_tsbky"), and with <c>isPlain</c> "fdr_tsbh".
/// </summary>
public static class TwoStageBenjaminiHochberg
{
    /// <summary>The adjusted p-values, in the order given.</summary>
    /// <param name="pValues">The p-values.</param>
    /// <param name="level">The share of false rejections to be kept, between 0 and 1.</param>
    /// <param name="isPlain">Whether both stages use the level itself, instead of <c>level / (1 + level)</c> as the proof needs.</param>
    public static double[] Adjust(ReadOnlySpan<double> pValues, double level, bool isPlain = false)
    {
        var (factor, left) = Stage(pValues, level, isPlain);
        return [.. BenjaminiHochberg.Adjust(pValues).Select(p => p * left * factor)];
    }

    /// <summary>Which hypotheses are rejected, in the order given: those whose adjusted p-value is at most the level, but for rounding.</summary>
    public static bool[] Reject(ReadOnlySpan<double> pValues, double level, bool isPlain = false)
    {
        var (factor, left) = Stage(pValues, level, isPlain);
        double tests = pValues.Length, greatest = -1;
        var (sorted, _) = PValueOrder.Sort(pValues);
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            greatest = sorted[rank] <= (rank + 1) / tests * (level / factor * tests / (left * tests)) ? sorted[rank] : greatest;
        }

        return [.. pValues.ToArray().Select(p => p <= greatest)];
    }

    /// <summary>By what the level is divided, and the share of hypotheses that the first stage leaves.</summary>
    private static (double Factor, double Left) Stage(ReadOnlySpan<double> pValues, double level, bool isPlain)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        var factor = isPlain ? 1 : 1 + level;
        double tests = pValues.Length, rejected = BenjaminiHochberg.Adjust(pValues).Count(p => p <= level / factor);
        return (factor, rejected == tests ? 1 : (tests - rejected) / tests);
    }
}
