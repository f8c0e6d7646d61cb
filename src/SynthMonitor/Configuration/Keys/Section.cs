using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;
using SynthMonitor.Configuration.Reload;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Configuration.Keys;

/// <summary>A section: the keys that it may hold, and the record that it becomes.</summary>
/// <param name="prototype">The record with all defaults, and with placeholders where a key is required.</param>
/// <param name="keys">The keys.</param>
internal sealed class Section<TRecord>(TRecord prototype, params ImmutableArray<Key<TRecord>> keys)
{
    /// <summary>The record with all defaults.</summary>
    public TRecord Prototype => prototype;

    /// <summary>Reads the section. Keys that cannot be read keep their default, so that the other checks can go on.</summary>
    public TRecord Read(YamlMapping mapping, string path, ReadContext context)
    {
        var values = mapping.Entries.ToDictionary(entry => entry.Key.Text, entry => entry.Value, StringComparer.Ordinal);
        foreach (var entry in mapping.Entries.Where(entry => keys.All(key => key.Name != entry.Key.Text)))
        {
            context.Fail(Inside(path, entry.Key.Text), entry.Key.Place, Unknown(entry.Key.Text));
        }

        var record = prototype;
        foreach (var key in keys)
        {
            var inside = Inside(path, key.Name);
            var node = values.GetValueOrDefault(key.Name);
            if (node is null && key.IsRequired)
            {
                context.Fail(inside, mapping.Place, "is missing; expected " + key.Documentation);
            }

            record = key.Read(record, node, inside, context);
        }

        return record;
    }

    /// <summary>The JSON Schema of the section.</summary>
    public JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            properties[key.Name] = key.Schema(prototype);
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (keys.Any(key => key.IsRequired))
        {
            schema["required"] = new JsonArray([.. keys.Where(key => key.IsRequired).Select(key => JsonValue.Create(key.Name))]);
        }

        return schema;
    }

    /// <summary>A line of documentation for each key in it.</summary>
    public IEnumerable<KeyDescription> Describe(string path) => keys.SelectMany(key => key.Describe(prototype, Inside(path, key.Name)));

    /// <summary>What differs between two records.</summary>
    public IEnumerable<ConfigurationChange> Changes(TRecord before, TRecord after, string path) =>
        keys.SelectMany(key => key.Changes(before, after, Inside(path, key.Name)));

    private string Unknown(string name) => NearMatch.Find(name, keys.Select(key => key.Name)) is { } near
        ? $"unknown key; did you mean '{near}'?"
        : $"unknown key; expected one of {string.Join(", ", keys.Select(key => key.Name))}";

    private static string Inside(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
