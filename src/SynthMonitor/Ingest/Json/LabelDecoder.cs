using System.Text.Json;
using SynthMonitor.Epochs;

namespace SynthMonitor.Ingest.Json;

/// <summary>Decodes label records: key, event time, label.</summary>
internal sealed class LabelDecoder : JsonWalker.ISink
{
    private readonly LabelInput input;
    private readonly JsonWalker walker;
    private readonly ModelNames labels = new();

    public LabelDecoder(LabelInput input)
    {
        this.input = input;
        walker = new JsonWalker(JsonField.Tree([JsonField.Path(input.Key), JsonField.Path(input.Time), JsonField.Path(input.Label)]), FeatureDecoder.MaximumRecord);
    }

    public PooledKey Key { get; } = new();

    public long? Time { get; private set; }

    /// <summary>The label's text, or empty where there is none.</summary>
    public string Label { get; private set; } = "";

    /// <inheritdoc cref="JsonWalker.Exception"/>
    public string? Exception => walker.Exception;

    /// <inheritdoc cref="FeatureDecoder.Decode"/>
    public string? Decode(ReadOnlySpan<byte> value, ReadOnlySpan<byte> key, long timestamp)
    {
        var reason = walker.Walk(value, this);
        if (input.Key is null)
        {
            Key.SetRaw(key);
        }

        Time = input.Time is null ? JsonTime.Instant(timestamp) : Time;
        return reason;
    }

    /// <inheritdoc/>
    public void Begin()
    {
        Key.Clear();
        (Time, Label) = (null, "");
    }

    /// <inheritdoc/>
    public bool Number(int slot, double value)
    {
        if (slot != 1)
        {
            return false;
        }

        Time = JsonTime.FromNumber(value);
        return true;
    }

    /// <inheritdoc/>
    public void Value(int slot, ref Utf8JsonReader reader)
    {
        switch (slot)
        {
            case 0:
                Key.Read(ref reader);
                break;
            case 1:
                Time = JsonTime.Read(ref reader);
                reader.Skip();
                break;
            default:
                Label = labels.Read(ref reader);
                break;
        }
    }
}
