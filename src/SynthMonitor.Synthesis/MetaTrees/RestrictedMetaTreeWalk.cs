using SynthMonitor.Synthesis.Sequential;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.MetaTrees;

/// <summary>
/// Draws the code of one column for a block of rows among what is allowed. The share that is allowed below a node follows from those of
/// its children; only nodes below which some but not all is allowed need their classifier for it, which for a range is one path.
/// </summary>
internal sealed class RestrictedMetaTreeWalk
{
    private readonly MetaTree tree;
    private readonly RowBlock block;
    private readonly int column;
    private readonly UnitSet[] allowed;
    private readonly int[] all;
    private readonly Dictionary<int, double[]> lefts = [];

    /// <summary>Creates a walk.</summary>
    public RestrictedMetaTreeWalk(MetaTree tree, RowBlock block, int column, UnitSet[] allowed)
    {
        this.tree = tree;
        this.block = block;
        this.column = column;
        this.allowed = allowed;
        all = [.. Enumerable.Range(0, block.Count)];
    }

    /// <summary>Draws every row.</summary>
    public void Draw()
    {
        var root = SharesBelow(0);
        for (var row = 0; row < block.Count; row++)
        {
            block.Shares[row] = root.Of(row);
        }

        Draw(0, all, root);
    }

    private Shares SharesBelow(int node)
    {
        if (tree.IsLeaf(node))
        {
            return new Shares(allowed[tree.CodeAt(node)].Length);
        }

        var (left, right) = (SharesBelow(node + 1), SharesBelow(tree.RightOf(node)));
        if (left.Each is null && right.Each is null && left.Common == right.Common)
        {
            return left;
        }

        var probabilities = new double[block.Count];
        tree.LeftProbabilities(node, block, all, probabilities);
        lefts[node] = probabilities;
        var shares = new double[block.Count];
        for (var row = 0; row < shares.Length; row++)
        {
            shares[row] = probabilities[row] * left.Of(row) + (1 - probabilities[row]) * right.Of(row);
        }

        return new Shares(0, shares) { Left = left, Right = right };
    }

    private void Draw(int node, int[] rows, Shares shares)
    {
        if (rows.Length == 0)
        {
            return;
        }

        if (tree.IsLeaf(node))
        {
            foreach (var row in rows)
            {
                block.Codes[row * block.Stride + column] = tree.CodeAt(node);
            }

            return;
        }

        var probabilities = lefts.GetValueOrDefault(node);
        var isFree = probabilities is null;
        if (probabilities is null)
        {
            probabilities = new double[rows.Length];
            tree.LeftProbabilities(node, block, rows, probabilities);
        }

        var (goLeft, goRight) = (new List<int>(rows.Length), new List<int>());
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var left = probabilities[isFree ? i : row];
            // Given that the row is allowed; where nothing is, it goes anywhere.
            var share = isFree || shares.Of(row) == 0 ? left : left * shares.Left!.Of(row) / shares.Of(row);
            var isLeft = block.Positions[row] < share;
            block.Positions[row] = isLeft ? block.Positions[row] / share : Math.Min((block.Positions[row] - share) / (1 - share), Math.BitDecrement(1.0));
            block.Probabilities[row] *= isLeft ? left : 1 - left;
            (isLeft ? goLeft : goRight).Add(row);
        }

        Draw(node + 1, [.. goLeft], isFree ? shares : shares.Left!);
        Draw(tree.RightOf(node), [.. goRight], isFree ? shares : shares.Right!);
    }

    /// <summary>For each row the share that is allowed below a node: one for all rows, or one each.</summary>
    private sealed record Shares(double Common, double[]? Each = null)
    {
        public Shares? Left { get; init; }

        public Shares? Right { get; init; }

        public double Of(int row) => Each is null ? Common : Each[row];
    }
}
