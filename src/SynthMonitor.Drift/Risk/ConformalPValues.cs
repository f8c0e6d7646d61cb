namespace SynthMonitor.Drift.Risk;

/// <summary>
/// Conformal p-values (Vovk, Gammerman and Shafer 2005): how strange a value is among exchangeable ones, where greater is stranger. Under no
/// change they are uniform (smoothed), or no smaller than that.
/// </summary>
public static class ConformalPValues
{
    /// <summary>
    /// The smoothed p-values of a stream: <c>p_t = (#{i ≤ t: z_i &gt; z_t} + u_t · #{i ≤ t: z_i = z_t}) / t</c>; uniform and independent while the
    /// values are exchangeable.
    /// </summary>
    /// <param name="scores">The values, without NaN.</param>
    /// <param name="uniforms">As many random numbers in 0 … 1; 1 everywhere gives the conservative p-values.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double[] Online(ReadOnlySpan<double> scores, ReadOnlySpan<double> uniforms)
    {
        if (scores.Length != uniforms.Length)
        {
            throw new ArgumentException("as many random numbers as values are needed", nameof(uniforms));
        }

        var seen = new List<double>(scores.Length);
        var pValues = new double[scores.Length];
        for (var t = 0; t < scores.Length; t++)
        {
            var (below, notAbove) = Ranks(seen, scores[t]);
            seen.Insert(notAbove, scores[t]);
            pValues[t] = (seen.Count - notAbove - 1 + (uniforms[t] * (notAbove - below + 1))) / seen.Count;
        }

        return pValues;
    }

    /// <summary>The p-values of values against a fixed reference of n: <c>(1 + #{z_i ≥ v}) / (n + 1)</c>.</summary>
    /// <param name="reference">The reference, without NaN.</param>
    /// <param name="values">The values, without NaN.</param>
    public static double[] Inductive(ReadOnlySpan<double> reference, ReadOnlySpan<double> values)
    {
        List<double> sorted = [.. reference];
        sorted.Sort();
        var pValues = new double[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            pValues[index] = (1.0 + sorted.Count - Ranks(sorted, values[index]).Below) / (sorted.Count + 1);
        }

        return pValues;
    }

    /// <summary>How many sorted values are less, and how many are not greater.</summary>
    private static (int Below, int NotAbove) Ranks(List<double> sorted, double value) =>
        (First(sorted, other => other >= value), First(sorted, other => other > value));

    private static int First(List<double> sorted, Predicate<double> holds)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(sorted[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
