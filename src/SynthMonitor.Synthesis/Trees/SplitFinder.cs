using SynthMonitor.Data.Codes;

namespace SynthMonitor.Synthesis.Trees;

/// <summary>
/// Finds the best split of a node on one feature from its <see cref="NodeHistogram"/>: codes are put into an order (<see cref="CodeOrder"/>)
/// and cut where the sum of squares falls most. For ordered codes that is tried with missing ones at either end.
/// </summary>
/// <param name="minimumRows">The fewest rows on either side.</param>
internal sealed class SplitFinder(int minimumRows)
{
    private readonly CodeOrder order = new();
    private readonly long[] leftClasses = new long[SplitTarget.MaximumClasses];
    private readonly long[] allClasses = new long[SplitTarget.MaximumClasses];
    private long allRows;
    private long allScores;
    private int classCount;

    /// <summary>The best split on a feature, or null where none leaves enough rows on both sides.</summary>
    /// <param name="feature">The feature's position.</param>
    /// <param name="codes">The feature's codes.</param>
    /// <param name="histogram">The node's rows by the feature's code.</param>
    /// <param name="classes">The number of classes of the response.</param>
    /// <param name="atLeast">Only a split that gains more than this is of interest.</param>
    public Split? Find(int feature, ColumnCodes codes, NodeHistogram histogram, int classes, double atLeast)
    {
        classCount = classes;
        Total(histogram, codes.Count);
        if (!codes.IsOrdered)
        {
            order.SortByResponse(histogram, codes.Count, allClasses.AsSpan(0, classes), allScores);
            return Scan(feature, histogram, codes.Count, atLeast);
        }

        order.SortByValue(codes.Count, missingLast: false);
        var best = Scan(feature, histogram, codes.Count, atLeast);
        if (histogram.Rows[Code.Missing] + histogram.Rows[Code.NotANumber] > 0)
        {
            order.SortByValue(codes.Count, missingLast: true);
            best = Scan(feature, histogram, codes.Count, best?.Gain ?? atLeast) ?? best;
        }

        return best;
    }

    private void Total(NodeHistogram histogram, int codes)
    {
        (allRows, allScores) = (0, 0);
        allClasses.AsSpan().Clear();
        for (var code = 0; code < codes; code++)
        {
            allRows += histogram.Rows[code];
            allScores += histogram.Scores[code];
            var counts = histogram.ClassRows(code);
            for (var c = 0; c < classCount; c++)
            {
                allClasses[c] += counts[c];
            }
        }
    }

    private Split? Scan(int feature, NodeHistogram histogram, int codes, double atLeast)
    {
        leftClasses.AsSpan().Clear();
        long leftRows = 0, leftScores = 0;
        var (bestCut, bestGain) = (-1, atLeast);
        var parent = SumOfSquares(allClasses, allScores, allRows);
        for (var cut = 0; cut < order.Count - 1; cut++)
        {
            var code = order[cut];
            var rows = histogram.Rows[code];
            if (rows == 0)
            {
                continue;
            }

            leftRows += rows;
            leftScores += histogram.Scores[code];
            var counts = histogram.ClassRows(code);
            for (var c = 0; c < classCount; c++)
            {
                leftClasses[c] += counts[c];
            }

            if (allRows - leftRows < minimumRows)
            {
                break;
            }

            if (leftRows >= minimumRows)
            {
                var gain = SumOfSquares(leftClasses, leftScores, leftRows) + RightSumOfSquares(leftScores, leftRows) - parent;
                (bestCut, bestGain) = gain > bestGain ? (cut, gain) : (bestCut, bestGain);
            }
        }

        return bestCut < 0 ? null : new Split(feature, LeftCodes(histogram, bestCut, codes), bestGain);
    }

    private double SumOfSquares(long[] classes, long scores, long rows)
    {
        double sum = 0;
        for (var c = 0; c < classCount; c++)
        {
            sum += (double)classes[c] * classes[c];
        }

        return (sum * (SplitTarget.ClassScale * SplitTarget.ClassScale) + (double)scores * scores) / rows;
    }

    private double RightSumOfSquares(long leftScores, long leftRows)
    {
        double sum = 0;
        for (var c = 0; c < classCount; c++)
        {
            double right = allClasses[c] - leftClasses[c];
            sum += right * right;
        }

        double scores = allScores - leftScores;
        return (sum * (SplitTarget.ClassScale * SplitTarget.ClassScale) + scores * scores) / (allRows - leftRows);
    }

    private CodeSet LeftCodes(NodeHistogram histogram, int cut, int codes)
    {
        var left = new CodeSet();
        var listed = new CodeSet();
        long leftRows = 0;
        for (var i = 0; i < order.Count; i++)
        {
            listed.Add(order[i]);
            if (i <= cut)
            {
                left.Add(order[i]);
                leftRows += histogram.Rows[order[i]];
            }
        }

        for (var code = 0; code < codes; code++)
        {
            if (!listed.Contains((byte)code) && 2 * leftRows > allRows)
            {
                left.Add((byte)code);
            }
        }

        return left;
    }
}
