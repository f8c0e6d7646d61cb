using System.Text.Json;
using System.Text.Json.Serialization;
using SynthMonitor.Data;

namespace SynthMonitor.Commands;

/// <summary>Writes an estimate as its number; null where it is undefined or infinite, for which JSON has no number.</summary>
internal sealed class EstimateConverter : JsonConverter<Estimate>
{
    /// <inheritdoc/>
    public override Estimate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Estimate value, JsonSerializerOptions options)
    {
        if (value.Value is { } number && double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
