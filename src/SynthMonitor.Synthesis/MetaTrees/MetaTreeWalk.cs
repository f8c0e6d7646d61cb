using SynthMonitor.Synthesis.Sequential;

namespace SynthMonitor.Synthesis.MetaTrees;

/// <summary>Draws the code of one column for a block of rows, node by node, all rows of a node at once.</summary>
internal sealed class MetaTreeWalk
{
    private readonly MetaTree tree;
    private readonly RowBlock block;
    private readonly int column;
    private readonly int[] rows;
    private readonly int[] spare;
    private readonly double[] left;

    /// <summary>Creates a walk.</summary>
    public MetaTreeWalk(MetaTree tree, RowBlock block, int column)
    {
        this.tree = tree;
        this.block = block;
        this.column = column;
        rows = [.. Enumerable.Range(0, block.Count)];
        spare = new int[block.Count];
        left = new double[block.Count];
    }

    /// <summary>Draws every row from the root.</summary>
    public void Draw() => Draw(0, 0, block.Count);

    private void Draw(int node, int start, int end)
    {
        if (start == end)
        {
            return;
        }

        var own = rows.AsSpan(start, end - start);
        if (tree.IsLeaf(node))
        {
            foreach (var row in own)
            {
                block.Codes[row * block.Stride + column] = tree.CodeAt(node);
            }

            return;
        }

        tree.LeftProbabilities(node, block, own, left);
        var (lefts, rights) = (0, 0);
        for (var i = 0; i < own.Length; i++)
        {
            var row = own[i];
            var (share, position) = (left[i], block.Positions[row]);
            if (position < share)
            {
                block.Positions[row] = position / share;
                block.Probabilities[row] *= share;
                own[lefts++] = row;
            }
            else
            {
                block.Positions[row] = Math.Min((position - share) / (1 - share), Math.BitDecrement(1.0));
                block.Probabilities[row] *= 1 - share;
                spare[rights++] = row;
            }
        }

        spare.AsSpan(0, rights).CopyTo(own[lefts..]);
        Draw(node + 1, start, start + lefts);
        Draw(tree.RightOf(node), start + lefts, end);
    }
}
