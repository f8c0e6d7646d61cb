using SynthMonitor.Synthesis.Quality.Associations;

namespace SynthMonitor.Synthesis.Quality.Sqs;

/// <summary>
/// How every column of a table hangs together with every other (as NeMo Safe Synthesizer computes it): Pearson's r of numbers, Theil's
/// U(column j | column i) of labels in row i, the correlation ratio of labels with numbers; the diagonal is 1, a constant column 0.
/// </summary>
internal static class CorrelationMatrix
{
    // Labels with more distinct values than this share of the rows make the correlation ratio meaningless: numbers are then taken as labels.
    private const double HighUniqueness = 0.1;

    /// <summary>The matrix, square, in the order of the columns.</summary>
    public static double[][] Of(IReadOnlyList<CorrelatedColumn> columns, int rows)
    {
        var matrix = columns.Select(_ => new double[columns.Count]).ToArray();
        Parallel.For(0, columns.Count, i =>
        {
            for (var j = 0; j < columns.Count; j++)
            {
                matrix[i][j] = i == j ? 1 : Of(columns[i], columns[j], rows);
            }
        });
        return matrix;
    }

    private static double Of(CorrelatedColumn row, CorrelatedColumn column, int rows)
    {
        if (row.Distinct <= 1 || column.Distinct <= 1)
        {
            return 0;
        }

        if (row is { Numbers: { } x } && column is { Numbers: { } y })
        {
            return NumberAssociation.Pearson(x, y) ?? 0;
        }

        // What is unique in every row explains all else, and is explained by it as far as its distinct values reach.
        if (row.Numbers is null && row.Distinct == rows)
        {
            return 1;
        }

        if (column.Numbers is null && column.Distinct == rows)
        {
            return Math.Log(row.Distinct) / Math.Log(column.Distinct);
        }

        if (row.Numbers is null && column.Numbers is null)
        {
            return LabelAssociation.TheilsU(column.Labels, row.Labels);
        }

        var nominal = row.Numbers is null ? row : column;
        return nominal.Distinct <= HighUniqueness * rows
            ? LabelAssociation.CorrelationRatio(nominal.Labels, (row.Numbers ?? column.Numbers)!)
            : LabelAssociation.TheilsU(column.Labels, row.Labels);
    }
}

/// <summary>A column of a correlation matrix.</summary>
/// <param name="Labels">Its values as labels.</param>
/// <param name="Numbers">Its numbers, NaN where missing; null where it is nominal.</param>
internal sealed record CorrelatedColumn(int[] Labels, double[]? Numbers)
{
    /// <summary>How many distinct values it has; a missing number is none.</summary>
    public int Distinct { get; } = Numbers is null ? Labels.Distinct().Count() : Numbers.Where(value => !double.IsNaN(value)).Distinct().Count();
}
