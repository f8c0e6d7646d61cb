namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// How far a metric of n rows strays by chance, known from the reference: <c>σ / √(n f)</c>, with σ the standard deviation of what a row
/// contributes and f the share of rows that contribute (NannyML's sampling error).
/// </summary>
/// <param name="Deviation">σ.</param>
/// <param name="Fraction">f.</param>
internal readonly record struct SamplingError(double Deviation, double Fraction)
{
    public double Of(int rows) => Deviation / Math.Sqrt(rows * Fraction);

    /// <summary>That of a share of some rows among those that contribute.</summary>
    public static SamplingError OfShare(double part, double whole, double rows) => new(Math.Sqrt(part / whole * (1 - (part / whole))), whole / rows);

    /// <summary>
    /// That of the area under the curve: of each positive's share of negatives below it. The rarer label is the positive one here. As in
    /// NannyML a positive at the very bottom does not count; among ties negatives rank below, half of them.
    /// </summary>
    public static SamplingError OfRocAuc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        var positives = labels.Count(true);
        var isRare = positives <= labels.Length / 2.0;
        var ones = CalibrationNeed.ToDoubles(labels);
        var groups = RankedRows.Descending(scores, ones).Select(group => isRare ? group : new(group.Rows, group.Rows - group.Positives)).ToArray();
        if (isRare)
        {
            Array.Reverse(groups);
        }

        var (below, weight, sum, squares) = (0.0, 0.0, 0.0, 0.0);
        var negatives = groups.Sum(group => group.Rows - group.Positives);
        foreach (var group in groups)
        {
            var tied = group.Rows - group.Positives;
            var share = (below + (tied / 2)) / negatives;
            weight += group.Positives;
            sum += group.Positives * share;
            squares += group.Positives * share * share;
            below += tied;
        }

        var mean = sum / weight;
        return new(Math.Sqrt(Math.Max(0, (squares / weight) - (mean * mean))), weight / labels.Length);
    }
}
