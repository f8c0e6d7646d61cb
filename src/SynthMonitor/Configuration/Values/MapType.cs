using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Keys;
using SynthMonitor.Configuration.Reading;
using SynthMonitor.Configuration.Reload;

namespace SynthMonitor.Configuration.Values;

/// <summary>A section whose keys are names of the user's.</summary>
/// <param name="title">What it maps.</param>
/// <param name="values">The type of its values.</param>
internal sealed class MapType<T>(string title, ValueType<T> values) : ValueType<ImmutableSortedDictionary<string, T>>
{
    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string path, ReadContext context, out ImmutableSortedDictionary<string, T> value)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        value = map.ToImmutable();
        if (node is not YamlMapping mapping)
        {
            return Reject(node, path, context);
        }

        foreach (var entry in mapping.Entries)
        {
            var inside = $"{path}.{entry.Key.Text}";
            context.Locate(inside, entry.Key.Place);
            if (values.TryRead(entry.Value, inside, context, out var one))
            {
                map[entry.Key.Text] = one;
            }
        }

        value = map.ToImmutable();
        return true;
    }

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = values.Schema() };

    /// <inheritdoc/>
    public override JsonNode? ToJson(ImmutableSortedDictionary<string, T> value) => null;

    /// <inheritdoc/>
    public override IEnumerable<ConfigurationChange> Changes(
        ImmutableSortedDictionary<string, T> before, ImmutableSortedDictionary<string, T> after, string path, ChangeEffect effect) =>
        before.SequenceEqual(after) ? [] : [new(null, path, effect)];
}
