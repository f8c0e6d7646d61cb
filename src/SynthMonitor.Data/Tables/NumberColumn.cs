using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tables;

/// <summary>A column of numbers: numeric, integer, boolean (0 and 1) or datetime (milliseconds since 1970-01-01T00:00:00Z).</summary>
public sealed class NumberColumn : Column
{
    private readonly double[] values;

    /// <summary>Creates a column over an array that the caller gives away.</summary>
    /// <param name="schema">Name, kind (not a nominal one) and role.</param>
    /// <param name="values">The values; <see cref="Number.Missing"/> where there is none.</param>
    /// <exception cref="ArgumentException">The kind is nominal.</exception>
    public NumberColumn(ColumnSchema schema, double[] values)
        : base(schema)
    {
        if (schema.IsNominal)
        {
            throw new ArgumentException($"column '{schema.Name}' of kind {schema.Kind} holds names, not numbers", nameof(schema));
        }

        this.values = values;
    }

    /// <summary>The values; <see cref="Number.Missing"/> where there is none.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <inheritdoc/>
    public override int Rows => values.Length;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Number.IsMissing(values[row]);

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = values[rows[i]];
        }

        return new NumberColumn(Schema, taken);
    }

    /// <inheritdoc/>
    public override Column As(ColumnSchema schema) => new NumberColumn(schema, values);

    /// <inheritdoc/>
    public override Column Append(Column other) => new NumberColumn(Schema, [.. values, .. ((NumberColumn)other).values]);
}
