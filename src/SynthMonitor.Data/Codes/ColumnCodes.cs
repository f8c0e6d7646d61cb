namespace SynthMonitor.Data.Codes;

/// <summary>How the values of one column become codes; immutable.</summary>
/// <param name="Name">The column's name.</param>
public abstract record ColumnCodes(string Name)
{
    /// <summary>The number of codes, guard cells included: codes are below it.</summary>
    public int Count => Code.First + Cells;

    /// <summary>The number of regular cells.</summary>
    public abstract int Cells { get; }

    /// <summary>Whether the regular cells have an order in which neighbours are alike.</summary>
    public abstract bool IsOrdered { get; }

    /// <summary>The codes of a column's values.</summary>
    /// <param name="column">A column of the storage that these codes were fitted on.</param>
    /// <param name="codes">Receives a code for each row.</param>
    public abstract void Encode(Tables.Column column, Span<byte> codes);

    /// <summary>A short name of a cell for people: a range, a value, a category, or the guard's name.</summary>
    public string Describe(byte code) => code switch
    {
        Code.Missing => "missing",
        Code.NotANumber => "not a number",
        Code.Below => "below range",
        Code.Above => "above range",
        Code.Unseen => "unseen",
        _ => DescribeCell(code - Code.First),
    };

    /// <summary>A short name of a regular cell.</summary>
    protected abstract string DescribeCell(int cell);
}
