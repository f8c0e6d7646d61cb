using System.Text.Json;
using System.Text.Json.Serialization;
using SynthMonitor.Data;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Learning.Registry;

/// <summary>The registry's small files: JSON, written whole or not at all.</summary>
internal static class RegistryJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Write<T>(string path, T value) => AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, value, Options));

    public static T? Read<T>(string path)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(InputFile.ReadAllBytes(path), Options)
                ?? throw new InputException(path, null, null, "null", "an object");
        }
        catch (JsonException exception)
        {
            throw new InputException(path, exception.LineNumber + 1, null, $"JSON that cannot be read ({exception.Message})", "a file written by this program", exception);
        }
    }
}
