namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>
/// The exact law of the two-sample distance <c>max |F − G|</c> without ties. All orders in which n and m values can interleave are equally
/// likely; the probability that a path of i and j values has left the band, <c>A(i, j) = i/(i+j) A(i−1, j) + j/(i+j) A(i, j−1)</c>, is a sum of
/// positive terms, so the smallest tails keep their digits. Source: Hodges 1957, Hájek and Šidák 1967. Cost: nm steps.
/// </summary>
internal static class TwoSampleKolmogorov
{
    /// <summary>The probability of a distance of at least so many steps of <c>1 / (nm)</c>.</summary>
    /// <param name="n">The size of the first sample.</param>
    /// <param name="m">The size of the second.</param>
    /// <param name="steps">The distance times nm.</param>
    /// <param name="isTwoSided">Whether both signs count; else the one of the first sample's function above the second's.</param>
    public static double UpperTail(long n, long m, long steps, bool isTwoSided)
    {
        if (steps <= 0)
        {
            return 1;
        }

        var left = new double[m + 1];
        for (long i = 0; i <= n; i++)
        {
            for (long j = 0; j <= m; j++)
            {
                var difference = (i * m) - (j * n);
                if (difference >= steps || (isTwoSided && -difference >= steps))
                {
                    left[j] = 1;
                }
                else
                {
                    var fromFirst = i == 0 ? 0 : i * left[j];
                    var fromSecond = j == 0 ? 0 : j * left[j - 1];
                    left[j] = i + j == 0 ? 0 : (fromFirst + fromSecond) / (i + j);
                }
            }
        }

        return left[m];
    }
}
