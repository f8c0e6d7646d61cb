using SynthMonitor.Data.Codes;
using SynthMonitor.Synthesis.Boosting;
using SynthMonitor.Synthesis.Sequential;

namespace SynthMonitor.Synthesis.MetaTrees;

/// <summary>
/// Fits the trees of questions of a table. Every question of every column is independent of all others, so that they are answered on all
/// threads, those with most work first.
/// </summary>
internal sealed class MetaTreeFitter
{
    private readonly EncodedTable table;
    private readonly ColumnCodes[] codes;
    private readonly MetaTreeShape[] shapes;
    private readonly Func<int, BoostingOptions> optionsOf;
    private readonly int minimumRows;

    /// <summary>Creates a fitter.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="optionsOf">How to train the classifiers of a column.</param>
    /// <param name="minimumRows">A question that fewer rows reach is answered by a constant.</param>
    public MetaTreeFitter(EncodedTable table, Func<int, BoostingOptions> optionsOf, int minimumRows)
    {
        this.table = table;
        this.optionsOf = optionsOf;
        this.minimumRows = minimumRows;
        codes = [.. table.Values.Select(values => values.Codes)];
        shapes = [.. table.Values.Select(values => MetaTreeShape.Of(values.Codes.IsOrdered, values.Counts))];
    }

    /// <summary>Fits a tree for each column.</summary>
    /// <param name="threads">The most threads; null means one for each processor.</param>
    /// <param name="progress">Told the share of the work that is done, 0 … 1, or null.</param>
    /// <param name="cancellation">Stops fitting.</param>
    public MetaTree[] Fit(int? threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var classifiers = shapes.Select(shape => new BoostedClassifier?[shape.Right.Count]).ToArray();
        var questions = Questions().OrderByDescending(question => question.Work).ThenBy(question => question.Column)
            .ThenBy(question => question.Node).ToArray();
        var (all, done) = (questions.Sum(question => question.Work), 0L);
        ParallelLoop.Run(questions.Length, threads, index =>
        {
            var (column, node, work) = questions[index];
            classifiers[column][node] = Answer(column, node, cancellation);
            progress?.Report((double)Interlocked.Add(ref done, work) / all);
        }, cancellation);
        return [.. shapes.Select((shape, column) =>
            new MetaTree([.. shape.Right], [.. shape.Codes], LeftShares(column, shape), classifiers[column]))];
    }

    private IEnumerable<(int Column, int Node, long Work)> Questions()
    {
        for (var column = 1; column < shapes.Length; column++)
        {
            for (var node = 0; node < shapes[column].Right.Count; node++)
            {
                var rows = Rows(column, node);
                if (shapes[column].Right[node] > 0 && rows >= minimumRows)
                {
                    yield return (column, node, rows * (1 + column) * optionsOf(column).Trees);
                }
            }
        }
    }

    private long Rows(int column, int node) => shapes[column].Members[node].Sum(code => (long)table.Values[column].Counts[code]);

    private double[] LeftShares(int column, MetaTreeShape shape) => [.. shape.Right.Select((right, node) =>
        right == 0 ? 1 : (double)Rows(column, node + 1) / Rows(column, node))];

    private BoostedClassifier? Answer(int column, int node, CancellationToken cancellation)
    {
        // 0: not at this node, 1: left, 2: right.
        Span<byte> sides = stackalloc byte[256];
        foreach (var code in shapes[column].Members[node])
        {
            sides[code] = 2;
        }

        foreach (var code in shapes[column].Members[node + 1])
        {
            sides[code] = 1;
        }

        var own = table.Codes[column];
        var count = (int)Rows(column, node);
        var (rows, labels, taken) = (new int[count], new bool[count], 0);
        for (var row = 0; row < own.Length; row++)
        {
            if (sides[own[row]] > 0)
            {
                (rows[taken], labels[taken++]) = (row, sides[own[row]] == 1);
            }
        }

        var data = TrainingRows.Of(table.Codes.AsSpan(0, column), codes.AsSpan(0, column), rows, labels);
        return data.Features.Length == 0 ? null : BoostedClassifierTrainer.Train(data, optionsOf(column), cancellation);
    }
}
