namespace SynthMonitor.Drift.Statistics.MultipleTesting;

/// <summary>
/// The Benjamini–Hochberg procedure for e-values (bets against a hypothesis, of mean at most 1 where it is true): rejects the k greatest with
/// the largest k for which the k-th is at least <c>m / (α k)</c>. Keeps the expected share of false ones among the rejections at α, whatever the
/// dependence. Source: Wang and Ramdas 2022.
/// </summary>
public static class EBenjaminiHochberg
{
    /// <summary>Which hypotheses are rejected, in the order given.</summary>
    /// <param name="eValues">At least 0; infinite ones reject for sure.</param>
    /// <param name="level">α, between 0 and 1.</param>
    public static bool[] Reject(ReadOnlySpan<double> eValues, double level)
    {
        var sorted = eValues.ToArray();
        if (sorted.Any(e => !(e >= 0)))
        {
            throw new ArgumentException("an e-value is at least 0", nameof(eValues));
        }

        Array.Sort(sorted);
        Array.Reverse(sorted);
        var least = double.PositiveInfinity;
        for (var k = 1; k <= sorted.Length; k++)
        {
            least = sorted[k - 1] >= sorted.Length / (level * k) ? sorted[k - 1] : least;
        }

        return [.. eValues.ToArray().Select(e => e >= least)];
    }
}
