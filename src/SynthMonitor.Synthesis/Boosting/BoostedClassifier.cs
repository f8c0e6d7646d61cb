using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Synthesis.Boosting;

/// <summary>
/// A boosted binary classifier over byte codes (Friedman 2001): the log-odds are a sum of the leaves of complete binary trees, whose
/// inner nodes compare the rank of a code (<see cref="FeatureOrder"/>) with a threshold. A branch that ends early always goes left.
/// </summary>
internal sealed class BoostedClassifier
{
    private readonly int depth;
    private readonly int[] features;
    private readonly byte[][] ranks;
    private readonly ushort[] nodes;
    private readonly float[] leaves;
    private readonly float bias;

    /// <summary>Creates a classifier.</summary>
    /// <param name="depth">The depth of every tree.</param>
    /// <param name="features">The columns that decide.</param>
    /// <param name="ranks">For each of them the rank of each code.</param>
    /// <param name="nodes">
    /// For each tree its 2^depth − 1 nodes, level by level: 256 × the number of the feature + the greatest rank that goes left.
    /// </param>
    /// <param name="leaves">For each tree its 2^depth leaves, in log-odds.</param>
    /// <param name="bias">The log-odds to which leaves are added.</param>
    public BoostedClassifier(int depth, int[] features, byte[][] ranks, ushort[] nodes, float[] leaves, float bias)
    {
        this.depth = depth;
        this.features = features;
        this.ranks = ranks;
        this.nodes = nodes;
        this.leaves = leaves;
        this.bias = bias;
    }

    /// <summary>The probability of the positive class, for some rows of a block.</summary>
    /// <param name="block">Rows whose columns that decide are set.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="result">Receives a probability for each of them.</param>
    public void Probabilities(Sequential.RowBlock block, ReadOnlySpan<int> rows, Span<double> result)
    {
        var width = features.Length;
        var own = block.Ranks.AsSpan(0, rows.Length * width);
        for (var feature = 0; feature < width; feature++)
        {
            var (column, rank) = (features[feature], ranks[feature]);
            for (var i = 0; i < rows.Length; i++)
            {
                own[i * width + feature] = rank[block.Codes[rows[i] * block.Stride + column]];
            }
        }

        var scores = block.Scores.AsSpan(0, rows.Length);
        scores.Fill(bias);
        AddTrees(own, width, depth, nodes, leaves, scores);
        for (var i = 0; i < rows.Length; i++)
        {
            result[i] = 1 / (1 + Math.Exp(-scores[i]));
        }
    }

    /// <summary>Adds what trees say to the log-odds of rows.</summary>
    /// <param name="ranks">The ranks of the rows, row by row.</param>
    /// <param name="width">The ranks of a row.</param>
    /// <param name="depth">The depth of every tree.</param>
    /// <param name="nodes">The nodes of the trees.</param>
    /// <param name="leaves">The leaves of the trees.</param>
    /// <param name="scores">The log-odds of each row.</param>
    public static void AddTrees(
        ReadOnlySpan<byte> ranks, int width, int depth, ReadOnlySpan<ushort> nodes, ReadOnlySpan<float> leaves, Span<float> scores)
    {
        var (inner, outer) = ((1 << depth) - 1, 1 << depth);
        for (var tree = 0; tree * outer < leaves.Length; tree++)
        {
            var own = nodes.Slice(tree * inner, inner);
            var ends = leaves.Slice(tree * outer, outer);
            ref var splits = ref MemoryMarshal.GetReference(own);
            ref var values = ref MemoryMarshal.GetReference(ranks);
            ref var last = ref Unsafe.Subtract(ref MemoryMarshal.GetReference(ends), inner);
            for (var row = 0; row < scores.Length; row++)
            {
                var node = 0;
                for (var level = 0; level < depth; level++)
                {
                    int split = Unsafe.Add(ref splits, node);
                    node = 2 * node + 1 + (((split & 255) - Unsafe.Add(ref values, split >> 8)) >>> 31);
                }

                scores[row] += Unsafe.Add(ref last, node);
                values = ref Unsafe.Add(ref values, width);
            }
        }
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteCount(depth);
        writer.WriteSigneds(features);
        foreach (var rank in ranks)
        {
            writer.WriteBytes(rank);
        }

        writer.WriteSigneds([.. nodes.Select(node => (int)node)]);
        writer.WriteSigneds([.. leaves.Select(BitConverter.SingleToInt32Bits)]);
        writer.WriteSigned(BitConverter.SingleToInt32Bits(bias));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="column">The response's position: only columns before it may decide.</param>
    public static BoostedClassifier Read(PayloadReader reader, int column)
    {
        var depth = reader.ReadCount();
        var features = reader.ReadInt32s();
        var ranks = features.Select(_ => reader.ReadBytes().ToArray()).ToArray();
        var nodes = reader.ReadInt32s();
        var leaves = reader.ReadInt32s();
        var bias = (int)reader.ReadSigned();
        var isSound = depth is > 0 and <= 8 && leaves.Length % (1 << depth) == 0
            && nodes.Length == (leaves.Length >> depth) * ((1 << depth) - 1)
            && features.All(feature => feature >= 0 && feature < column) && ranks.All(rank => rank.Length == 256)
            && features.Length > 0 && nodes.All(node => node >= 0 && node >> 8 < features.Length);
        return isSound
            ? new BoostedClassifier(
                depth,
                features,
                ranks,
                [.. nodes.Select(node => (ushort)node)],
                [.. leaves.Select(BitConverter.Int32BitsToSingle)],
                BitConverter.Int32BitsToSingle(bias))
            : throw reader.Fault($"{nodes.Length} nodes and {leaves.Length} leaves of depth {depth}", $"trees for column {column}");
    }
}
