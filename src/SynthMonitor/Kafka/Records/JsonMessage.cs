using System.Text.Json;
using System.Text.Json.Serialization;
using SynthMonitor.Data;

namespace SynthMonitor.Kafka.Records;

/// <summary>The JSON of the topics that everyone may read.</summary>
internal static class JsonMessage
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] ToBytes<T>(T record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    /// <summary>Reads a record.</summary>
    /// <exception cref="InputException">It is no such record.</exception>
    public static T Read<T>(ReadOnlySpan<byte> value)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(value, Options) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new InputException(null, null, null, $"a record is no {typeof(T).Name}: {exception.Message}", null, exception);
        }
    }
}
