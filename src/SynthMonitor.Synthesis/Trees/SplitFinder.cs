using SynthMonitor.Data.Codes;

namespace SynthMonitor.Synthesis.Trees;

/// <summary>
/// Finds the best split of a node on one feature from its <see cref="NodeHistogram"/>. Ordered codes are cut at a threshold, with missing
/// ones on either side; unordered codes are first sorted by their mean of the response's component that differs most between them (for
/// two classes or a score alone that finds the best subset; Breiman et al. 1984, theorem 4.5).
/// </summary>
/// <param name="minimumRows">The fewest rows on either side.</param>
internal sealed class SplitFinder(int minimumRows)
{
    private readonly byte[] order = new byte[256];
    private readonly double[] keys = new double[256];
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
            var present = SortByResponse(histogram, codes.Count);
            return Scan(feature, histogram, present, codes.Count, atLeast);
        }

        var ordered = SortByValue(codes.Count, missingLast: false);
        var best = Scan(feature, histogram, ordered, codes.Count, atLeast);
        if (histogram.Rows[Code.Missing] + histogram.Rows[Code.NotANumber] > 0)
        {
            ordered = SortByValue(codes.Count, missingLast: true);
            best = Scan(feature, histogram, ordered, codes.Count, best?.Gain ?? atLeast) ?? best;
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

    private int SortByValue(int codes, bool missingLast)
    {
        var count = 0;
        void Add(int code) => order[count++] = (byte)code;
        if (!missingLast)
        {
            Add(Code.Missing);
            Add(Code.NotANumber);
        }

        Add(Code.Below);
        for (var code = (int)Code.First; code < codes; code++)
        {
            Add(code);
        }

        Add(Code.Above);
        if (missingLast)
        {
            Add(Code.NotANumber);
            Add(Code.Missing);
        }

        return count;
    }

    private int SortByResponse(NodeHistogram histogram, int codes)
    {
        var component = WidestComponent(histogram, codes);
        var count = 0;
        for (var code = 0; code < codes; code++)
        {
            if (histogram.Rows[code] > 0)
            {
                keys[count] = Component(histogram, code, component) / (double)histogram.Rows[code];
                order[count++] = (byte)code;
            }
        }

        // Insertion keeps the order of codes where means are equal, so that the result is one and the same everywhere.
        for (var i = 1; i < count; i++)
        {
            var (key, code) = (keys[i], order[i]);
            var j = i - 1;
            for (; j >= 0 && keys[j] > key; j--)
            {
                (keys[j + 1], order[j + 1]) = (keys[j], order[j]);
            }

            (keys[j + 1], order[j + 1]) = (key, code);
        }

        return count;
    }

    /// <summary>The class, or the score (its number is that of classes), whose means differ most between the codes.</summary>
    private int WidestComponent(NodeHistogram histogram, int codes)
    {
        var (widest, spread) = (classCount, 0.0);
        for (var component = 0; component <= classCount; component++)
        {
            var total = component == classCount ? allScores : allClasses[component];
            var between = -(double)total * total / allRows;
            for (var code = 0; code < codes; code++)
            {
                if (histogram.Rows[code] > 0)
                {
                    double part = Component(histogram, code, component);
                    between += part * part / histogram.Rows[code];
                }
            }

            between *= component == classCount ? 1 : SplitTarget.ClassScale * SplitTarget.ClassScale;
            if (between > spread)
            {
                (widest, spread) = (component, between);
            }
        }

        return widest;
    }

    private long Component(NodeHistogram histogram, int code, int component) =>
        component == classCount ? histogram.Scores[code] : histogram.ClassRows(code)[component];

    private Split? Scan(int feature, NodeHistogram histogram, int count, int codes, double atLeast)
    {
        leftClasses.AsSpan().Clear();
        long leftRows = 0, leftScores = 0;
        var (bestCut, bestGain) = (-1, atLeast);
        var parent = SumOfSquares(allClasses, allScores, allRows);
        for (var cut = 0; cut < count - 1; cut++)
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

        return bestCut < 0 ? null : new Split(feature, LeftCodes(histogram, bestCut, count, codes), bestGain);
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

    private CodeSet LeftCodes(NodeHistogram histogram, int cut, int count, int codes)
    {
        var left = new CodeSet();
        var listed = new CodeSet();
        long leftRows = 0;
        for (var i = 0; i < count; i++)
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
