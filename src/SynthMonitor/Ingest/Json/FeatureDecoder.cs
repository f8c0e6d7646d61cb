using System.Text.Json;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Epochs;

namespace SynthMonitor.Ingest.Json;

/// <summary>
/// Decodes feature records: each field becomes its code and its raw value. A wrong type in one field makes that field missing and counts
/// as a fault; only a record that is no JSON object cannot be read at all.
/// </summary>
internal sealed class FeatureDecoder : JsonWalker.ISink
{
    /// <summary>The longest record that is parsed, in bytes.</summary>
    public const int MaximumRecord = 1 << 19;

    private readonly FieldReader[] readers;
    private readonly JsonWalker walker;
    private readonly FeatureInput input;
    private readonly ModelNames models = new();
    private readonly int firstSpecial;
    private readonly NumberCodes? scoreCodes;
    private readonly int scoreIndex;

    public FeatureDecoder(FeatureInput input, Schema schema, Codebook codebook)
    {
        this.input = input;
        Columns = [.. schema.Columns.Where(column => column.Role is ColumnRole.Feature or ColumnRole.Segment or ColumnRole.Prediction)];
        var (numbers, names) = (0, 0);
        readers = [.. Columns.Select(column => FieldReader.For(column, codebook, column.IsNominal ? names++ : numbers++))];
        firstSpecial = readers.Length;
        scoreIndex = schema.WithRole(ColumnRole.Score) is { } score ? codebook.IndexOf(score.Name) : -1;
        scoreCodes = scoreIndex < 0 ? null : (NumberCodes)codebook.Columns[scoreIndex];
        Row = new FeatureRow(codebook.Columns.Length, numbers, names);
        var paths = Columns.Select(PathOf).Concat(
            [JsonField.Path(input.Key), JsonField.Path(input.Time), ScorePath(schema), JsonField.Path(input.ModelVersion)]);
        walker = new JsonWalker(JsonField.Tree([.. paths]), MaximumRecord);
    }

    /// <summary>The columns whose raw values are kept.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>The row that was decoded last.</summary>
    public FeatureRow Row { get; }

    /// <inheritdoc cref="JsonWalker.Exception"/>
    public string? Exception => walker.Exception;

    /// <summary>Decodes a record into <see cref="Row"/>.</summary>
    /// <param name="value">The record's value.</param>
    /// <param name="key">The record's own key, taken where no field is named as key.</param>
    /// <param name="timestamp">The log's timestamp, taken where no field is named as time.</param>
    /// <returns>Null, or the reason why it cannot be read.</returns>
    public string? Decode(ReadOnlySpan<byte> value, ReadOnlySpan<byte> key, long timestamp)
    {
        var reason = walker.Walk(value, this);
        if (input.Key is null)
        {
            Row.Key.SetRaw(key);
        }

        if (input.Time is null)
        {
            Row.Time = JsonTime.Instant(timestamp);
        }

        return reason;
    }

    /// <inheritdoc/>
    public void Begin() => Row.Clear();

    /// <inheritdoc/>
    public bool Number(int slot, double value)
    {
        if (slot < firstSpecial)
        {
            return readers[slot].TryRead(value, Row);
        }

        switch (slot - firstSpecial)
        {
            case 1:
                Row.Time = JsonTime.FromNumber(value);
                return true;
            case 2:
                SetScore(value);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public void Value(int slot, ref Utf8JsonReader reader)
    {
        if (slot < firstSpecial)
        {
            readers[slot].Read(ref reader, Row);
            return;
        }

        switch (slot - firstSpecial)
        {
            case 0:
                Row.Key.Read(ref reader);
                break;
            case 1:
                Row.Time = JsonTime.Read(ref reader);
                reader.Skip();
                break;
            case 2:
                ReadScore(ref reader);
                break;
            default:
                Row.Model = models.Read(ref reader);
                break;
        }
    }

    /// <summary>Where a column is found: where the configuration says, else by its own name, dots and all.</summary>
    private string[] PathOf(ColumnSchema column) =>
        input.Columns.TryGetValue(column.Name, out var path) ? JsonField.Path(path)! : [column.Name];

    private string[]? ScorePath(Schema schema) =>
        JsonField.Path(input.Score) ?? (schema.WithRole(ColumnRole.Score) is { } score ? PathOf(score) : null);

    private void ReadScore(ref Utf8JsonReader reader)
    {
        if (!JsonNumber.TryRead(ref reader, out var score))
        {
            Row.Faults++;
        }

        SetScore(score);
    }

    private void SetScore(double score)
    {
        Row.Score = score;
        if (scoreCodes is not null)
        {
            Row.Codes[scoreIndex] = scoreCodes.Encode(score);
        }
    }
}
