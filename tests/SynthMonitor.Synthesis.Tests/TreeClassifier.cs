using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Trees;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Tests;

/// <summary>Twenty bagged classification trees over codes: weaker than boosted ones, but cheap.</summary>
internal static class TreeClassifier
{
    private const int Trees = 20;
    private static readonly UnitSet[] Positive = [.. Enumerable.Range(0, 256).Select(code => code == 255 ? UnitSet.All : UnitSet.Empty)];

    /// <summary>The area under the curve of the target's class on test rows, learnt on training rows.</summary>
    public static double Auc(Table train, Table test, string positive)
    {
        var target = train.WithRole(ColumnRole.Target)!.Name;
        bool[] Labels(Table table) => [.. Enumerable.Range(0, table.Rows).Select(row => ((NameColumn)table[target])[row] == positive)];
        return Auc(train.Without(target), Labels(train), test.Without(target), Labels(test));
    }

    /// <summary>The area under the curve of telling the rows of two tables apart, learnt on one half of them and judged on the other.</summary>
    public static double TwoSampleAuc(Table one, Table other)
    {
        var rows = Math.Min(6000, Math.Min(one.Rows, other.Rows)) / 2;
        bool[] labels = [.. Enumerable.Range(0, 2 * rows).Select(row => row < rows)];
        return Auc(one.Slice(0, rows).Append(other.Slice(0, rows)), labels, one.Slice(rows, rows).Append(other.Slice(rows, rows)), labels);
    }

    private static double Auc(Table train, bool[] trainLabels, Table test, bool[] testLabels)
    {
        var coded = new Table([.. train.Columns.Select(column => column.As(column.Schema with { Role = ColumnRole.Feature }))]);
        var codebook = CodebookFitter.Fit(coded, new CodebookOptions(NumberCells: 64));
        var (codes, testCodes) = (codebook.Encode(coded), codebook.Encode(test));
        var scores = new double[test.Rows];
        for (var tree = 0; tree < Trees; tree++)
        {
            var random = new KeyedRandom(1, (ulong)tree);
            int[] rows = [.. Enumerable.Range(0, train.Rows).Select(_ => random.Next(train.Rows))];
            Add(Grow(codebook, codes.Take(rows), [.. rows.Select(row => trainLabels[row] ? (byte)255 : (byte)0)]), testCodes, scores);
        }

        return Auc(scores, testLabels);
    }

    private static ClassificationTree Grow(Codebook codebook, CodeTable codes, byte[] labels)
    {
        byte[][] columns = [.. Enumerable.Range(0, codes.Columns).Select(column => codes[column].ToArray())];
        return new TreeGrower([.. codebook.Columns], columns, new(20, 12, 4)).Grow(labels, SplitTarget.Scores(), CancellationToken.None);
    }

    private static void Add(ClassificationTree tree, CodeTable codes, double[] scores)
    {
        var row = new byte[codes.Columns];
        for (var i = 0; i < codes.Rows; i++)
        {
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = codes[column][i];
            }

            scores[i] += tree.Given(row).Share(Positive);
        }
    }

    private static double Auc(double[] scores, bool[] labels)
    {
        Array.Sort(scores, labels);
        double ranks = 0, positives = labels.Count(label => label), negatives = labels.Length - positives;
        for (var start = 0; start < scores.Length;)
        {
            var end = start;
            while (end < scores.Length && scores[end] == scores[start])
            {
                end++;
            }

            ranks += labels[start..end].Count(label => label) * (start + end + 1) / 2.0;
            start = end;
        }

        return (ranks - positives * (positives + 1) / 2) / (positives * negatives);
    }
}
