using SynthMonitor.Data.Storage;
using SynthMonitor.Synthesis.Boosting;
using SynthMonitor.Synthesis.Sequential;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.MetaTrees;

/// <summary>
/// The distribution of a column's code as a binary tree of questions, each answered by a boosted classifier on the columns before, or by a
/// constant where too few rows reach it (McCarter 2025, unmasking trees). A uniform position picks the code by inversion: at each node it
/// lies left or right of the probability, and is stretched to [0, 1) again.
/// </summary>
internal sealed class MetaTree : IColumnModel
{
    private readonly int[] right;
    private readonly byte[] codes;
    private readonly double[] leftShares;
    private readonly BoostedClassifier?[] classifiers;

    /// <summary>Creates a tree; all arrays are by node, in depth-first order.</summary>
    /// <param name="right">Where the right child is; the left child follows the node. 0 where a code stands alone.</param>
    /// <param name="codes">The first code of the node.</param>
    /// <param name="leftShares">The share of the rows that go left, where there is no classifier.</param>
    /// <param name="classifiers">Says how probable it is to go left, or null.</param>
    public MetaTree(int[] right, byte[] codes, double[] leftShares, BoostedClassifier?[] classifiers)
    {
        this.right = right;
        this.codes = codes;
        this.leftShares = leftShares;
        this.classifiers = classifiers;
    }

    /// <inheritdoc/>
    public void Draw(RowBlock block, int column)
    {
        block.Probabilities.AsSpan(0, block.Count).Fill(1);
        new MetaTreeWalk(this, block, column).Draw();
    }

    /// <inheritdoc/>
    public void Draw(RowBlock block, int column, UnitSet[] allowed)
    {
        block.Probabilities.AsSpan(0, block.Count).Fill(1);
        new RestrictedMetaTreeWalk(this, block, column, allowed).Draw();
    }

    /// <inheritdoc/>
    public void Judge(RowBlock block, int column)
    {
        block.Probabilities.AsSpan(0, block.Count).Fill(1);
        new MetaTreeJudge(this, block, column).Judge();
    }

    /// <summary>Whether a code stands alone at a node.</summary>
    public bool IsLeaf(int node) => right[node] == 0;

    /// <summary>The code that stands alone at a node.</summary>
    public byte CodeAt(int node) => codes[node];

    /// <summary>The right child of a node.</summary>
    public int RightOf(int node) => right[node];

    /// <summary>The probability of going left at a node, for some rows.</summary>
    public void LeftProbabilities(int node, RowBlock block, ReadOnlySpan<int> rows, Span<double> result)
    {
        if (classifiers[node] is { } classifier)
        {
            classifier.Probabilities(block, rows, result);
        }
        else
        {
            result[..rows.Length].Fill(leftShares[node]);
        }
    }

    /// <inheritdoc/>
    public void Write(PayloadWriter writer)
    {
        writer.WriteByte((byte)ColumnModelKind.MetaTree);
        writer.WriteSigneds(right);
        writer.WriteBytes(codes);
        writer.WriteDoubles(leftShares);
        foreach (var classifier in classifiers)
        {
            writer.WriteBoolean(classifier is not null);
            classifier?.Write(writer);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote, without the kind.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="column">The response's position: only columns before it may decide.</param>
    /// <param name="limit">Codes must be below it.</param>
    public static MetaTree Read(PayloadReader reader, int column, int limit)
    {
        var (right, codes, shares) = (reader.ReadInt32s(), reader.ReadBytes().ToArray(), reader.ReadDoubles());
        if (right.Length == 0 || codes.Length != right.Length || shares.Length != right.Length || codes.Any(code => code >= limit)
            || shares.Any(share => share is not (>= 0 and <= 1)) || EndOf(right, 0) != right.Length)
        {
            throw reader.Fault($"{right.Length} nodes, {codes.Length} codes, {shares.Length} shares", "a tree of questions");
        }

        var classifiers = new BoostedClassifier?[right.Length];
        for (var node = 0; node < right.Length; node++)
        {
            classifiers[node] = reader.ReadBoolean() ? BoostedClassifier.Read(reader, column) : null;
        }

        return new MetaTree(right, codes, shares, classifiers);
    }

    /// <summary>One past the last node of a subtree, or -1 where children do not follow their nodes.</summary>
    private static int EndOf(int[] right, int node)
    {
        if (node < 0 || node >= right.Length)
        {
            return -1;
        }

        return right[node] == 0 ? node + 1
            : EndOf(right, node + 1) == right[node] ? EndOf(right, right[node])
            : -1;
    }
}
