using System.Text.Json;
using NJsonSchema;
using SynthMonitor.Tests.Architecture;

namespace SynthMonitor.Tests.Docs;

/// <summary>The JSON Schema of a topic's records, as it is published in <c>docs/schemas</c>.</summary>
internal sealed class RecordSchema
{
    private readonly string text;

    private RecordSchema(string text) => this.text = text;

    /// <summary>The schema of a topic.</summary>
    public static RecordSchema Of(string topic) => new(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "schemas", $"{topic}.schema.json")));

    /// <summary>All keys that it declares, with those of objects inside as <c>drift.channels[].name</c>.</summary>
    public IEnumerable<string> Keys => Declared(JsonDocument.Parse(text).RootElement, "");

    /// <summary>What is wrong with a record; empty where nothing is.</summary>
    public async Task<string[]> ErrorsOf(string record)
    {
        var schema = await JsonSchema.FromJsonAsync(text);
        return [.. schema.Validate(record).Select(error => error.ToString())];
    }

    /// <summary>All keys that a record has, written as <see cref="Keys"/> are; those of maps are no keys.</summary>
    public IEnumerable<string> KeysOf(byte[] record) => Shown(JsonDocument.Parse(record).RootElement, JsonDocument.Parse(text).RootElement, "").Distinct();

    private static IEnumerable<string> Declared(JsonElement schema, string prefix)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            yield break;
        }

        foreach (var property in properties.EnumerateObject())
        {
            yield return prefix + property.Name;
            var (inner, mark) = Inner(property.Value);
            foreach (var key in Declared(inner, prefix + property.Name + mark))
            {
                yield return key;
            }
        }
    }

    private static IEnumerable<string> Shown(JsonElement record, JsonElement schema, string prefix)
    {
        foreach (var property in record.EnumerateObject())
        {
            yield return prefix + property.Name;
            if (!schema.GetProperty("properties").TryGetProperty(property.Name, out var declared) || declared.TryGetProperty("additionalProperties", out _))
            {
                continue;
            }

            var (inner, mark) = Inner(declared);
            foreach (var part in Objects(property.Value))
            {
                foreach (var key in Shown(part, inner, prefix + property.Name + mark))
                {
                    yield return key;
                }
            }
        }
    }

    private static (JsonElement Schema, string Mark) Inner(JsonElement schema) =>
        schema.TryGetProperty("items", out var items) ? (items, "[].") : (schema, ".");

    private static IEnumerable<JsonElement> Objects(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => [value],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object),
        _ => [],
    };
}
