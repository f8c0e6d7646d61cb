using SynthMonitor.Synthesis.Sequential;
using SynthMonitor.Synthesis.Trees;

namespace SynthMonitor.Synthesis.MetaTrees;

/// <summary>Works out how probable the codes are that a block of rows has in one column.</summary>
internal sealed class MetaTreeJudge
{
    private readonly MetaTree tree;
    private readonly RowBlock block;
    private readonly int column;
    private readonly double[] left;

    /// <summary>Creates a judge.</summary>
    public MetaTreeJudge(MetaTree tree, RowBlock block, int column)
    {
        this.tree = tree;
        this.block = block;
        this.column = column;
        left = new double[block.Count];
    }

    /// <summary>Multiplies the probabilities of all rows by those of their codes.</summary>
    public void Judge()
    {
        var known = Judge(0, [.. Enumerable.Range(0, block.Count)]);
        for (var row = 0; row < block.Count; row++)
        {
            if (!known.Contains(block.Codes[row * block.Stride + column]))
            {
                block.Probabilities[row] = 0;
            }
        }
    }

    /// <returns>The codes below the node.</returns>
    private CodeSet Judge(int node, int[] rows)
    {
        var codes = new CodeSet();
        if (tree.IsLeaf(node))
        {
            codes.Add(tree.CodeAt(node));
            return codes;
        }

        var lefts = CodesBelow(node + 1);
        tree.LeftProbabilities(node, block, rows, left);
        for (var i = 0; i < rows.Length; i++)
        {
            block.Probabilities[rows[i]] *= IsIn(lefts, rows[i]) ? left[i] : 1 - left[i];
        }

        Judge(node + 1, [.. rows.Where(row => IsIn(lefts, row))]);
        Judge(tree.RightOf(node), [.. rows.Where(row => !IsIn(lefts, row))]);
        return CodesBelow(node);
    }

    private bool IsIn(CodeSet codes, int row) => codes.Contains(block.Codes[row * block.Stride + column]);

    private CodeSet CodesBelow(int node)
    {
        var codes = new CodeSet();
        if (tree.IsLeaf(node))
        {
            codes.Add(tree.CodeAt(node));
            return codes;
        }

        return CodesBelow(node + 1).Union(CodesBelow(tree.RightOf(node)));
    }
}
