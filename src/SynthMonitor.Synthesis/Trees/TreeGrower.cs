using SynthMonitor.Data.Codes;
using SynthMonitor.Synthesis.Sequential;

namespace SynthMonitor.Synthesis.Trees;

/// <summary>Grows a <see cref="ClassificationTree"/> by best splits, depth first. A grower grows one tree.</summary>
/// <param name="features">The codes of the columns that may decide.</param>
/// <param name="columns">For each of them the code of every row.</param>
/// <param name="limits">When to stop.</param>
internal sealed class TreeGrower(ColumnCodes[] features, byte[][] columns, TreeLimits limits)
{
    private readonly NodeHistogram histogram = new();
    private readonly SplitFinder finder = new(limits.MinimumLeaf);
    private readonly List<int> nodeFeatures = [];
    private readonly List<CodeSet> nodeLeft = [];
    private readonly List<int> nodeRight = [];
    private readonly List<CodeCounts> leaves = [];
    private byte[] response = [];
    private int[] rows = [];
    private int[] spare = [];
    private byte[] classOf = [];
    private int[] scoreOf = [];

    /// <summary>Grows a tree.</summary>
    /// <param name="codes">The response's code of every row; at least one row.</param>
    /// <param name="target">What splits are to tell apart.</param>
    /// <param name="cancellation">Stops growing.</param>
    public ClassificationTree Grow(byte[] codes, SplitTarget target, CancellationToken cancellation)
    {
        response = codes;
        rows = [.. Enumerable.Range(0, codes.Length)];
        spare = new int[codes.Length];
        classOf = new byte[codes.Length];
        scoreOf = new int[codes.Length];
        Grow(0, codes.Length, 0, target, cancellation);
        return new ClassificationTree([.. nodeFeatures], [.. nodeLeft], [.. nodeRight], [.. leaves]);
    }

    private void Grow(int start, int end, int depth, SplitTarget target, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var counts = new int[256];
        foreach (var row in rows.AsSpan(start, end - start))
        {
            counts[response[row]]++;
        }

        var node = nodeFeatures.Count;
        var split = depth < limits.MaximumDepth ? BestSplit(start, end, counts, target) : null;
        nodeFeatures.Add(split?.Feature ?? ~leaves.Count);
        nodeLeft.Add(split?.Left ?? default);
        nodeRight.Add(0);
        if (split is null)
        {
            leaves.Add(CodeCounts.Of(counts));
            return;
        }

        var middle = Partition(start, end, split.Value);
        Grow(start, middle, depth + 1, target, cancellation);
        nodeRight[node] = nodeFeatures.Count;
        Grow(middle, end, depth + 1, target, cancellation);
    }

    private Split? BestSplit(int start, int end, ReadOnlySpan<int> counts, SplitTarget target)
    {
        var size = end - start;
        if (size < 2 * limits.MinimumLeaf)
        {
            return null;
        }

        target.Focus(counts);
        var variance = Variance(counts, target, size);
        if (variance <= 0)
        {
            return null;
        }

        var node = rows.AsSpan(start, size);
        for (var i = 0; i < size; i++)
        {
            var code = response[node[i]];
            classOf[i] = target.ClassOf[code];
            scoreOf[i] = target.ScoreOf[code];
        }

        Split? best = null;
        for (var feature = 0; feature < features.Length; feature++)
        {
            histogram.Count(columns[feature], features[feature].Count, node, classOf, scoreOf, target.Classes);
            best = finder.Find(feature, features[feature], histogram, target.Classes, best?.Gain ?? limits.MinimumGain * variance) ?? best;
        }

        return best;
    }

    /// <summary>The variance of class indicators and score together, per row.</summary>
    private static double Variance(ReadOnlySpan<int> counts, SplitTarget target, int size)
    {
        Span<long> classes = stackalloc long[SplitTarget.MaximumClasses];
        long sum = 0, squares = 0;
        for (var code = 0; code < counts.Length; code++)
        {
            classes[target.ClassOf[code]] += counts[code];
            sum += (long)counts[code] * target.ScoreOf[code];
            squares += (long)counts[code] * target.ScoreOf[code] * target.ScoreOf[code];
        }

        var variance = (squares - (double)sum * sum / size) / size;
        foreach (var count in classes[..target.Classes])
        {
            var share = (double)count / size;
            variance += SplitTarget.ClassScale * SplitTarget.ClassScale * share * (1 - share);
        }

        return variance;
    }

    private int Partition(int start, int end, Split split)
    {
        var codes = columns[split.Feature];
        var (left, right) = (start, 0);
        for (var i = start; i < end; i++)
        {
            if (split.Left.Contains(codes[rows[i]]))
            {
                rows[left++] = rows[i];
            }
            else
            {
                spare[right++] = rows[i];
            }
        }

        spare.AsSpan(0, right).CopyTo(rows.AsSpan(left));
        return left;
    }
}
