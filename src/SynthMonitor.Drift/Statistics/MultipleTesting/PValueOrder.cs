namespace SynthMonitor.Drift.Statistics.MultipleTesting;

/// <summary>What corrections of p-values that go through them in order share.</summary>
internal static class PValueOrder
{
    /// <summary>
    /// From the smallest p-value up: <c>adjusted[i] = max over j ≤ i of min(1, step(p[j], j))</c>, in the order given.
    /// </summary>
    public static double[] StepDown(ReadOnlySpan<double> pValues, Func<double, int, double> step)
    {
        var (sorted, order) = Sort(pValues);
        var greatest = 0.0;
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            greatest = Math.Max(greatest, Math.Min(1, step(sorted[rank], rank)));
            sorted[rank] = greatest;
        }

        return Restore(sorted, order);
    }

    /// <summary>
    /// From the greatest p-value down: <c>adjusted[i] = min over j ≥ i of min(1, step(p[j], j))</c>, in the order given.
    /// </summary>
    public static double[] StepUp(ReadOnlySpan<double> pValues, Func<double, int, double> step)
    {
        var (sorted, order) = Sort(pValues);
        var least = 1.0;
        for (var rank = sorted.Length - 1; rank >= 0; rank--)
        {
            least = Math.Min(least, step(sorted[rank], rank));
            sorted[rank] = least;
        }

        return Restore(sorted, order);
    }

    /// <summary>The p-values rising, and where each stood.</summary>
    public static (double[] Sorted, int[] Order) Sort(ReadOnlySpan<double> pValues)
    {
        var sorted = pValues.ToArray();
        if (sorted.FirstOrDefault(p => !(p is >= 0 and <= 1), 0) is var odd and not 0)
        {
            throw new ArgumentException($"{odd} is no p-value", nameof(pValues));
        }

        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        return (sorted, order);
    }

    /// <summary>Values back in the order given.</summary>
    public static double[] Restore(double[] sorted, int[] order)
    {
        var restored = new double[sorted.Length];
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            restored[order[rank]] = sorted[rank];
        }

        return restored;
    }
}
