using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams;

/// <summary>The rows of a table that bear a label, in the order of the table.</summary>
public sealed class TableSource : IDemoSource
{
    private const double Reversal = 0.8;

    private readonly Table rows;
    private int next;

    /// <summary>Creates a source.</summary>
    /// <param name="table">Features and the target; rows without a label are skipped.</param>
    /// <param name="target">The name of the target, a categorical column.</param>
    /// <param name="positive">The name of the positive class.</param>
    /// <param name="negative">The name of the other class; the target holds no third.</param>
    public TableSource(Table table, string target, string positive, string negative)
    {
        Target = target;
        Positive = positive;
        Negative = negative;
        var labels = table[target];
        var labelled = Enumerable.Range(0, table.Rows).Where(row => !labels.IsMissing(row)).ToArray();
        SkippedRows = table.Rows - labelled.Length;
        rows = SkippedRows == 0 ? table : table.Take(labelled);
    }

    /// <inheritdoc/>
    public Schema Schema => rows.Schema;

    /// <inheritdoc/>
    public string Target { get; }

    /// <inheritdoc/>
    public string Positive { get; }

    /// <inheritdoc/>
    public string Negative { get; }

    /// <inheritdoc/>
    public long? Rows => rows.Rows;

    /// <summary>The number of rows of the table that were skipped because they bear no label.</summary>
    public int SkippedRows { get; }

    /// <summary>The rule of the rows is not known: four labels in five are reversed.</summary>
    public ILabelRule OtherRule { get; } = new ReversedRule(Reversal);

    /// <summary>
    /// Makes a source of a file's table. If no column has the role <see cref="ColumnRole.Time"/>, the first column of datetimes that never
    /// go back takes it: it tells when a row happened, and as a feature it would drift with every row.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="target">What to predict: a column, or a comparison such as <c>ArrDelay&gt;15</c>; a <see cref="TargetExpression"/>.</param>
    /// <param name="ignored">Columns to leave out, such as those known only after the event.</param>
    /// <param name="file">The file's name, for errors; or null.</param>
    /// <exception cref="InputException">A column is not there, the target has not two classes, or no feature is left.</exception>
    public static TableSource Open(Table table, string target, IReadOnlyCollection<string> ignored, string? file)
    {
        var expression = TargetExpression.Parse(target, table.Schema, file);
        var unknown = ignored.FirstOrDefault(name => table.Find(name) is null);
        if (unknown is not null)
        {
            var names = NearMatch.Expected(unknown, [.. table.Schema.Columns.Select(column => column.Name)]);
            throw new InputException(file, null, unknown, "no such column to ignore", names);
        }

        var (column, positive, negative) = expression.Apply(table, file);
        var rows = WithRoles(table.Without([.. ignored, expression.Column]).With(column), column.Name);
        if (!rows.Schema.Columns.Any(feature => feature is { IsCoded: true, Role: ColumnRole.Feature or ColumnRole.Segment }))
        {
            throw new InputException(file, null, null, "no column is left as a feature", "at least one besides the target");
        }

        return new TableSource(rows, column.Name, positive, negative);
    }

    /// <inheritdoc/>
    public Table Read(int count)
    {
        var read = rows.Slice(next, count);
        next += read.Rows;
        return read;
    }

    private static Table WithRoles(Table rows, string target)
    {
        var schema = rows.Schema.SetRole(target, ColumnRole.Target);
        var time = rows.WithRole(ColumnRole.Time)
            ?? rows.Columns.OfType<NumberColumn>().FirstOrDefault(column => column.Schema.Kind == ColumnKind.Datetime && IsSorted(column.Values));
        return rows.As(time is null ? schema : schema.SetRole(time.Name, ColumnRole.Time));
    }

    private static bool IsSorted(ReadOnlySpan<double> values)
    {
        var latest = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (value < latest)
            {
                return false;
            }

            latest = double.IsNaN(value) ? latest : value;
        }

        return true;
    }
}
