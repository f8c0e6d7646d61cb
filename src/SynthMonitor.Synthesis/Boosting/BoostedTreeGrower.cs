using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynthMonitor.Synthesis.Boosting;

/// <summary>
/// Grows the trees of one classifier, depth first, by the gain of second order (Chen and Guestrin 2016, equation 7) on histograms of
/// ranks. Of two children only the smaller one is counted; the other is the difference from their parent.
/// </summary>
internal sealed class BoostedTreeGrower
{
    private readonly TrainingRows data;
    private readonly BoostingOptions options;
    private readonly double scale;
    private readonly int[] rows;
    private readonly int[] spare;
    private readonly long[][] histograms;

    /// <summary>Creates a grower.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="options">How to grow.</param>
    /// <param name="scale">The scale of the gradients' fixed point.</param>
    public BoostedTreeGrower(TrainingRows data, BoostingOptions options, double scale)
    {
        this.data = data;
        this.options = options;
        this.scale = scale;
        rows = new int[data.Count];
        spare = new int[data.Count];
        histograms = [.. Enumerable.Range(0, options.Depth + 1).Select(_ => new long[data.Offsets[^1]])];
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="gradients">The packed gradient of each row.</param>
    /// <param name="nodes">Receives the nodes.</param>
    /// <param name="leaves">Receives the leaves.</param>
    /// <returns>Whether the tree has a split.</returns>
    public bool Grow(long[] gradients, Span<ushort> nodes, Span<float> leaves)
    {
        nodes.Fill(byte.MaxValue);
        leaves.Clear();
        long sum = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
            sum += gradients[row];
        }

        Count(0, rows.Length, gradients, histograms[0]);
        Grow(new(0, rows.Length, sum), 0, 0, 0, gradients, nodes, leaves);
        return nodes[0] != byte.MaxValue;
    }

    private void Grow(Range range, int depth, int node, int own, long[] gradients, Span<ushort> nodes, Span<float> leaves)
    {
        var split = depth < options.Depth && GradientSum.Hessian(range.Sum) >= 2 * options.MinimumHessian * scale
            ? Best(histograms[own], range.Sum)
            : default;
        if (split.Gain <= 0)
        {
            // All nodes below go left, so that the branch ends in the first leaf under it.
            var leaf = ((node + 1) << (options.Depth - depth)) - (1 << options.Depth);
            leaves[leaf] = (float)(-options.LearningRate * GradientSum.Gradient(range.Sum) / (GradientSum.Hessian(range.Sum) + options.Lambda * scale));
            return;
        }

        nodes[node] = (ushort)((split.Feature << 8) | split.Rank);
        var middle = Partition(range, split);
        var left = new Range(range.Start, middle, split.Left);
        var right = new Range(middle, range.End, range.Sum - split.Left);
        if (depth + 1 == options.Depth)
        {
            Grow(left, depth + 1, 2 * node + 1, own, gradients, nodes, leaves);
            Grow(right, depth + 1, 2 * node + 2, own, gradients, nodes, leaves);
            return;
        }

        // The smaller child takes a buffer of its own and goes first; then the parent's buffer becomes the larger child's.
        var isLeftSmaller = left.Count <= right.Count;
        var (smaller, larger) = isLeftSmaller ? (left, right) : (right, left);
        Count(smaller.Start, smaller.End, gradients, histograms[own + 1]);
        Subtract(histograms[own], histograms[own + 1]);
        Grow(smaller, depth + 1, 2 * node + (isLeftSmaller ? 1 : 2), own + 1, gradients, nodes, leaves);
        Grow(larger, depth + 1, 2 * node + (isLeftSmaller ? 2 : 1), own, gradients, nodes, leaves);
    }

    private void Count(int start, int end, long[] gradients, long[] histogram)
    {
        Array.Clear(histogram);
        var width = data.Features.Length;
        ref var sums = ref MemoryMarshal.GetArrayDataReference(histogram);
        ref var ranks = ref MemoryMarshal.GetArrayDataReference(data.Ranks);
        ref var offsets = ref MemoryMarshal.GetArrayDataReference(data.Offsets);
        foreach (var row in rows.AsSpan(start, end - start))
        {
            var gradient = gradients[row];
            ref var values = ref Unsafe.Add(ref ranks, row * width);
            for (var feature = 0; feature < width; feature++)
            {
                Unsafe.Add(ref sums, Unsafe.Add(ref offsets, feature) + Unsafe.Add(ref values, feature)) += gradient;
            }
        }
    }

    private static void Subtract(long[] parent, long[] child)
    {
        for (var i = 0; i < parent.Length; i++)
        {
            parent[i] -= child[i];
        }
    }

    private Split Best(long[] histogram, long all)
    {
        var best = default(Split);
        var (lambda, minimum) = (options.Lambda * scale, options.MinimumHessian * scale);
        double total = GradientSum.Gradient(all);
        var parent = total * total / (GradientSum.Hessian(all) + lambda);
        for (var feature = 0; feature < data.Features.Length; feature++)
        {
            var sums = histogram.AsSpan(data.Offsets[feature], data.Offsets[feature + 1] - data.Offsets[feature]);
            long left = 0;
            for (var rank = 0; rank < sums.Length - 1; rank++)
            {
                if (sums[rank] == 0)
                {
                    continue;
                }

                left += sums[rank];
                double hessian = GradientSum.Hessian(left);
                if (hessian < minimum)
                {
                    continue;
                }

                double rest = GradientSum.Hessian(all - left);
                if (rest < minimum)
                {
                    break;
                }

                double gradient = GradientSum.Gradient(left);
                var other = total - gradient;
                var gain = gradient * gradient / (hessian + lambda) + other * other / (rest + lambda) - parent;
                if (gain > best.Gain)
                {
                    best = new Split(feature, rank, left, gain);
                }
            }
        }

        return best;
    }

    private int Partition(Range range, Split split)
    {
        var width = data.Features.Length;
        var (left, right) = (range.Start, 0);
        for (var i = range.Start; i < range.End; i++)
        {
            var row = rows[i];
            var isLeft = data.Ranks[row * width + split.Feature] <= split.Rank;
            rows[left] = row;
            spare[right] = row;
            left += isLeft ? 1 : 0;
            right += isLeft ? 0 : 1;
        }

        spare.AsSpan(0, right).CopyTo(rows.AsSpan(left));
        return left;
    }

    private readonly record struct Split(int Feature, int Rank, long Left, double Gain);

    private readonly record struct Range(int Start, int End, long Sum)
    {
        public int Count => End - Start;
    }
}
