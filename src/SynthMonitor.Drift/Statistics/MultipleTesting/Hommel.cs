namespace SynthMonitor.Drift.Statistics.MultipleTesting;

/// <summary>
/// Hommel's correction of many p-values: the closure of Simes' test. Keeps the probability of any false rejection at α for independent and
/// positively dependent tests, with more power than <see cref="Holm"/>. Cost: m² steps. Source: Hommel 1988, in the form of Wright 1992; equal
/// to statsmodels' multipletests(method="hommel").
/// </summary>
public static class Hommel
{
    /// <summary>The adjusted p-values, in the order given.</summary>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        var (sorted, order) = PValueOrder.Sort(pValues);
        double[] adjusted = [.. sorted];
        for (var size = sorted.Length; size > 1; size--)
        {
            // Simes' p-value of the greatest so many.
            var (start, simes) = (sorted.Length - size, double.PositiveInfinity);
            for (var rank = 0; rank < size; rank++)
            {
                simes = Math.Min(simes, size * sorted[start + rank] / (rank + 1));
            }

            for (var i = 0; i < sorted.Length; i++)
            {
                adjusted[i] = Math.Max(adjusted[i], i >= start ? simes : Math.Min(size * sorted[i], simes));
            }
        }

        return PValueOrder.Restore(adjusted, order);
    }
}
