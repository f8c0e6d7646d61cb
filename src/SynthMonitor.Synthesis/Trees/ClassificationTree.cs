using SynthMonitor.Data.Storage;
using SynthMonitor.Synthesis.Sequential;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Trees;

/// <summary>
/// A classification tree over byte codes whose leaves hold the counts of the response's codes. It is one-dimensional arrays throughout:
/// node <c>i</c> splits on <c>features[i]</c> (below 0: it is leaf <c>~features[i]</c>), its left child is node <c>i + 1</c>.
/// </summary>
internal sealed class ClassificationTree : IColumnModel
{
    private readonly int[] features;
    private readonly CodeSet[] left;
    private readonly int[] right;
    private readonly CodeCounts[] leaves;

    /// <summary>Creates a tree from its nodes in depth-first order.</summary>
    public ClassificationTree(int[] features, CodeSet[] left, int[] right, CodeCounts[] leaves)
    {
        this.features = features;
        this.left = left;
        this.right = right;
        this.leaves = leaves;
    }

    /// <summary>The number of leaves.</summary>
    public int Leaves => leaves.Length;

    /// <summary>A tree that is one leaf.</summary>
    /// <param name="counts">The rows of each code of the response.</param>
    public static ClassificationTree Leaf(ReadOnlySpan<int> counts) => new([~0], [default], [0], [CodeCounts.Of(counts)]);

    /// <summary>The distribution for a row.</summary>
    /// <param name="row">The codes of the columns that decide.</param>
    public CodeCounts Given(ReadOnlySpan<byte> row) => leaves[LeafOf(row)];

    /// <inheritdoc/>
    public void Draw(RowBlock block, int column)
    {
        for (var row = 0; row < block.Count; row++)
        {
            var codes = block[row];
            var leaf = Given(codes);
            codes[column] = leaf.At((int)(block.Positions[row] * leaf.Total), out var count);
            block.Probabilities[row] = (double)count / leaf.Total;
        }
    }

    /// <inheritdoc/>
    public void Draw(RowBlock block, int column, UnitSet[] allowed)
    {
        for (var row = 0; row < block.Count; row++)
        {
            var codes = block[row];
            var leaf = Given(codes);
            block.Shares[row] = leaf.Share(allowed);
            codes[column] = leaf.At(allowed, block.Positions[row]);
            block.Probabilities[row] = leaf.Probability(codes[column]);
        }
    }

    /// <inheritdoc/>
    public void Judge(RowBlock block, int column)
    {
        for (var row = 0; row < block.Count; row++)
        {
            block.Probabilities[row] = Given(block[row]).Probability(block[row][column]);
        }
    }

    /// <summary>The number of the leaf that a row falls into.</summary>
    /// <param name="row">The codes of the columns that decide.</param>
    public int LeafOf(ReadOnlySpan<byte> row)
    {
        var node = 0;
        while (features[node] is var feature and >= 0)
        {
            node = left[node].Contains(row[feature]) ? node + 1 : right[node];
        }

        return ~features[node];
    }

    /// <summary>
    /// What must be true of a row to fall into a leaf: for each column that decides on the way the codes that lead there.
    /// </summary>
    public IReadOnlyList<(int Column, CodeSet Codes)> PathTo(int leaf)
    {
        var path = new List<(int Column, CodeSet Codes)>();
        var target = Array.IndexOf(features, ~leaf);
        for (var node = 0; node < target;)
        {
            var isLeft = target < right[node];
            var codes = isLeft ? left[node] : left[node].Complement();
            var known = path.FindIndex(step => step.Column == features[node]);
            if (known < 0)
            {
                path.Add((features[node], codes));
            }
            else
            {
                path[known] = (features[node], path[known].Codes.Intersect(codes));
            }

            node = isLeft ? node + 1 : right[node];
        }

        return path;
    }

    /// <inheritdoc/>
    public void Write(PayloadWriter writer)
    {
        writer.WriteByte((byte)ColumnModelKind.ClassificationTree);
        writer.WriteSigneds(features);
        for (var node = 0; node < features.Length; node++)
        {
            if (features[node] >= 0)
            {
                left[node].Write(writer);
                writer.WriteCount(right[node]);
            }
        }

        foreach (var leaf in leaves)
        {
            leaf.Write(writer);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote, without the kind.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="column">The response's position: only columns before it may decide.</param>
    /// <param name="codes">The number of the response's codes.</param>
    public static ClassificationTree Read(PayloadReader reader, int column, int codes)
    {
        var features = reader.ReadInt32s();
        var left = new CodeSet[features.Length];
        var right = new int[features.Length];
        var leaves = 0;
        for (var node = 0; node < features.Length; node++)
        {
            if (features[node] >= 0)
            {
                left[node] = CodeSet.Read(reader);
                right[node] = reader.ReadCount();
            }

            // Children come after their node and leaves are numbered in order, so that every walk ends at one.
            var isSound = features[node] >= 0
                ? features[node] < column && right[node] > node + 1 && right[node] < features.Length
                : ~features[node] == leaves++;
            if (!isSound)
            {
                throw reader.Fault(
                    $"node {node} on column {features[node]} with right child {right[node]}", $"a node of a tree for column {column}");
            }
        }

        if (features.Length == 0 || features[^1] >= 0)
        {
            throw reader.Fault($"{features.Length} nodes", "nodes that end with a leaf");
        }

        var counts = new CodeCounts[leaves];
        for (var leaf = 0; leaf < leaves; leaf++)
        {
            counts[leaf] = CodeCounts.Read(reader, codes);
        }

        return new ClassificationTree(features, left, right, counts);
    }
}
