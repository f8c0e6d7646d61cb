using System.Text.Json;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Ingest.Json;

/// <summary>Reads one feature field into a row: raw value and code.</summary>
/// <param name="coded">The column's position in the codebook, or -1.</param>
/// <param name="raw">Its position among the row's raw numbers or names.</param>
internal abstract class FieldReader(int coded, int raw)
{
    protected int Coded { get; } = coded;

    protected int Raw { get; } = raw;

    public static FieldReader For(ColumnSchema column, Codebook codebook, int raw)
    {
        var coded = codebook.IndexOf(column.Name);
        var codes = coded < 0 ? null : codebook.Columns[coded];
        return column.Kind switch
        {
            ColumnKind.Categorical or ColumnKind.Text => new NameFieldReader(coded, raw, (NameCodes?)codes),
            ColumnKind.Boolean => new BooleanFieldReader(coded, raw, (NumberCodes?)codes, column.Format),
            var kind => new NumberFieldReader(coded, raw, (NumberCodes?)codes, kind),
        };
    }

    /// <summary>Reads the value that the reader stands on, leaving it on the value's last token.</summary>
    public abstract void Read(ref Utf8JsonReader reader, FeatureRow row);

    /// <summary>Takes a number as <see cref="Read"/> would; false, and nothing is done, where its text is needed.</summary>
    public virtual bool TryRead(double number, FeatureRow row) => false;

    protected void SetNumber(FeatureRow row, NumberCodes? codes, double value)
    {
        row.Numbers[Raw] = value;
        if (codes is not null)
        {
            row.Codes[Coded] = codes.Encode(value);
        }
    }
}

/// <summary>Numbers, whole numbers and instants.</summary>
internal sealed class NumberFieldReader(int coded, int raw, NumberCodes? codes, ColumnKind kind) : FieldReader(coded, raw)
{
    /// <inheritdoc/>
    public override void Read(ref Utf8JsonReader reader, FeatureRow row)
    {
        double value;
        bool valid;
        if (kind == ColumnKind.Datetime)
        {
            var isNull = reader.TokenType == JsonTokenType.Null;
            var time = JsonTime.Read(ref reader);
            reader.Skip();
            (value, valid) = (time ?? Number.Missing, isNull || time is not null);
        }
        else
        {
            valid = kind == ColumnKind.Integer ? JsonNumber.TryReadInteger(ref reader, out value) : JsonNumber.TryRead(ref reader, out value);
        }

        row.Faults += valid ? 0 : 1;
        SetNumber(row, codes, value);
    }

    /// <inheritdoc/>
    public override bool TryRead(double number, FeatureRow row)
    {
        if (kind == ColumnKind.Datetime || (kind == ColumnKind.Integer && !NumberText.IsExactWhole(number)))
        {
            return false;
        }

        SetNumber(row, codes, number);
        return true;
    }
}

/// <summary>Booleans: JSON's own, 0 and 1, or the two texts of the column's format.</summary>
internal sealed class BooleanFieldReader(int coded, int raw, NumberCodes? codes, string? format) : FieldReader(coded, raw)
{
    private readonly byte[] falseText = System.Text.Encoding.UTF8.GetBytes((format ?? "false|true").Split('|')[0]);
    private readonly byte[] trueText = System.Text.Encoding.UTF8.GetBytes((format ?? "false|true").Split('|')[^1]);

    /// <inheritdoc/>
    public override void Read(ref Utf8JsonReader reader, FeatureRow row)
    {
        double? value = reader.TokenType switch
        {
            JsonTokenType.True => 1,
            JsonTokenType.False => 0,
            JsonTokenType.Null => Number.Missing,
            JsonTokenType.Number when reader.TryGetDouble(out var number) && number is 0 or 1 => number,
            JsonTokenType.String when reader.ValueTextEquals(trueText) => 1,
            JsonTokenType.String when reader.ValueTextEquals(falseText) => 0,
            _ => null,
        };
        reader.Skip();
        row.Faults += value is null ? 1 : 0;
        SetNumber(row, codes, value ?? Number.Missing);
    }
}

/// <summary>Names; the strings of those that the reference knows are made once.</summary>
internal sealed class NameFieldReader(int coded, int raw, NameCodes? codes) : FieldReader(coded, raw)
{
    private readonly HashSet<string> known = new((codes?.Names ?? []).Concat(codes?.Others ?? []), StringComparer.Ordinal);
    private char[] buffer = new char[64];

    /// <inheritdoc/>
    public override void Read(ref Utf8JsonReader reader, FeatureRow row)
    {
        var length = JsonText.Copy(ref reader, ref buffer);
        if (length < 0)
        {
            row.Faults += length == -2 ? 1 : 0;
            Set(row, null, Code.Missing);
            return;
        }

        var text = buffer.AsSpan(0, length);
        var name = known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var same) ? same : text.ToString();
        Set(row, name, codes is null ? Code.Missing : codes.Encode(text));
    }

    private void Set(FeatureRow row, string? name, byte code)
    {
        row.Names[Raw] = name;
        if (codes is not null)
        {
            row.Codes[Coded] = code;
        }
    }
}
