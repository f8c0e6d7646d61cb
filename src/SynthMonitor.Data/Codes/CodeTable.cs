namespace SynthMonitor.Data.Codes;

/// <summary>Rows as byte codes, held column by column in the order of a <see cref="Codebook"/>.</summary>
/// <param name="columns">For each coded column a code for each row; the arrays are given away.</param>
/// <param name="rows">The number of rows.</param>
public sealed class CodeTable(byte[][] columns, int rows)
{
    private readonly byte[][] columns = columns;

    /// <summary>The number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>The number of coded columns.</summary>
    public int Columns => columns.Length;

    /// <summary>The codes of a column.</summary>
    public ReadOnlySpan<byte> this[int column] => columns[column];

    /// <summary>These columns followed by those of a table with as many rows.</summary>
    /// <exception cref="ArgumentException">It has not.</exception>
    public CodeTable Beside(CodeTable other) => other.Rows == Rows
        ? new([.. columns, .. other.columns], Rows)
        : throw new ArgumentException($"{other.Rows} rows beside {Rows}", nameof(other));

    /// <summary>Some rows, in the order given; a row may be taken more than once.</summary>
    public CodeTable Take(ReadOnlySpan<int> rows)
    {
        var taken = new byte[columns.Length][];
        for (var column = 0; column < columns.Length; column++)
        {
            taken[column] = new byte[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                taken[column][i] = columns[column][rows[i]];
            }
        }

        return new CodeTable(taken, rows.Length);
    }
}
