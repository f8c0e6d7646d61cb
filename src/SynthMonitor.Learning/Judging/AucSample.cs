namespace SynthMonitor.Learning.Judging;

/// <summary>
/// The area under the ROC curve: the share of pairs of a positive and a negative row in which the positive one has the greater score, ties
/// counting one half (Mann and Whitney 1947). Sorted once; pairs are counted as integers.
/// </summary>
internal sealed class AucSample : MetricSample
{
    private readonly int[] order;
    private readonly bool[] isPositive;
    private readonly bool[] endsTie;

    /// <summary>Sorts rows by score.</summary>
    public AucSample(ReadOnlySpan<double> outcomes, ReadOnlySpan<double> scores)
    {
        order = new int[scores.Length];
        var sorted = scores.ToArray();
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        Array.Sort(sorted, order);
        isPositive = new bool[order.Length];
        endsTie = new bool[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            isPositive[rank] = outcomes[order[rank]] == 1;
            endsTie[rank] = rank == order.Length - 1 || sorted[rank] != sorted[rank + 1];
        }
    }

    /// <inheritdoc/>
    public override double? Value(ReadOnlySpan<int> counts)
    {
        long halfPairs = 0, positives = 0, negatives = 0, tiedPositives = 0, tiedNegatives = 0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            var count = counts[order[rank]];
            if (isPositive[rank])
            {
                tiedPositives += count;
            }
            else
            {
                tiedNegatives += count;
            }

            if (endsTie[rank])
            {
                halfPairs += tiedPositives * ((2 * negatives) + tiedNegatives);
                positives += tiedPositives;
                negatives += tiedNegatives;
                tiedPositives = tiedNegatives = 0;
            }
        }

        return positives == 0 || negatives == 0 ? null : halfPairs / (2.0 * positives * negatives);
    }
}
