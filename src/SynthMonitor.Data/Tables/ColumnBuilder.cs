using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Tables;

/// <summary>Collects values given as text into a column of any kind.</summary>
internal sealed class ColumnBuilder
{
    private readonly ColumnSchema schema;
    private readonly MissingText missing;
    private readonly ValueText? texts;
    private readonly NameColumnBuilder? names;
    private readonly List<double> numbers = [];

    /// <summary>Creates a builder.</summary>
    public ColumnBuilder(ColumnSchema schema, MissingText missing)
    {
        this.schema = schema;
        this.missing = missing;
        if (schema.IsNominal)
        {
            names = new NameColumnBuilder(schema);
        }
        else
        {
            texts = new ValueText(schema);
        }
    }

    /// <summary>The number of values so far.</summary>
    public int Rows => names?.Rows ?? numbers.Count;

    /// <summary>What a text that can be added is, in words.</summary>
    public string Expected => texts?.Expected ?? "text";

    /// <summary>Adds a value.</summary>
    /// <returns>Whether the text fits the column's kind; if not, nothing was added.</returns>
    public bool Add(ReadOnlySpan<char> text)
    {
        if (missing.IsMissing(text))
        {
            AddMissing();
        }
        else if (names is not null)
        {
            names.Add(text);
        }
        else if (texts!.TryParse(text, out var value))
        {
            numbers.Add(double.IsNaN(value) ? double.NaN : value);
        }
        else if (missing.IsMissingNumber(text))
        {
            AddMissing();
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Adds a missing value.</summary>
    public void AddMissing()
    {
        if (names is not null)
        {
            names.Add(null);
        }
        else
        {
            numbers.Add(Number.Missing);
        }
    }

    /// <summary>The column.</summary>
    public Column Build() => names is not null ? names.Build() : new NumberColumn(schema, [.. numbers]);
}
