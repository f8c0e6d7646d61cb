using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Constraints;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>The cells of rows that are completed: those that are given, and those that are drawn for the empty ones.</summary>
internal sealed class CompletedCells : ICells
{
    private readonly Schema schema;
    private readonly Column?[] given;
    private readonly SinkCells drawn;
    private readonly int rows;

    /// <summary>Creates cells.</summary>
    /// <param name="schema">The generator's columns.</param>
    /// <param name="partial">The given rows.</param>
    /// <param name="drawn">What is drawn.</param>
    public CompletedCells(Schema schema, Table partial, SinkCells drawn)
    {
        this.schema = schema;
        this.drawn = drawn;
        rows = partial.Rows;
        given = [.. schema.Columns.Select(column => partial.Find(column.Name))];
    }

    /// <summary>Whether a cell is given rather than empty.</summary>
    public bool IsGiven(int row, int position) => given[position] is { } column && !column.IsMissing(row);

    /// <inheritdoc/>
    public double Number(int row, int position) =>
        IsGiven(row, position) ? ((NumberColumn)given[position]!).Values[row] : drawn.Number(row, position);

    /// <inheritdoc/>
    public string? Name(int row, int position) =>
        IsGiven(row, position) ? ((NameColumn)given[position]!)[row] : drawn.Name(row, position);

    /// <summary>The completed rows; empty keys and texts are made up.</summary>
    public Table ToTable(SequentialGenerator generator, SampleRequest request)
    {
        var columns = new Column[schema.Columns.Length];
        for (var position = 0; position < columns.Length; position++)
        {
            var column = schema[position];
            var made = generator.Patterns.GetValueOrDefault(position)?.Make(column, request, position);
            ICells source = made is null ? this : new FilledCells(this, position, made);
            columns[position] = column.IsNominal
                ? NameColumn.From(column, Enumerable.Range(0, rows).Select(row => source.Name(row, position)))
                : new NumberColumn(column, [.. Enumerable.Range(0, rows).Select(row => source.Number(row, position))]);
        }

        return new Table([.. columns]);
    }

    /// <summary>The cells of a column that is not modelled.</summary>
    private sealed class FilledCells(CompletedCells cells, int own, Column made) : ICells
    {
        public double Number(int row, int position) =>
            cells.IsGiven(row, own) ? cells.Number(row, own) : ((NumberColumn)made).Values[row];

        public string? Name(int row, int position) => cells.IsGiven(row, own) ? cells.Name(row, own) : ((NameColumn)made)[row];
    }
}
