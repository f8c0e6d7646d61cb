using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Keys;
using SynthMonitor.Configuration.Reading;
using SynthMonitor.Configuration.Reload;

namespace SynthMonitor.Configuration.Values;

/// <summary>A list of at least one section.</summary>
/// <param name="section">What each item holds.</param>
/// <param name="nameOf">The name that tells items apart.</param>
internal sealed class ListType<T>(Section<T> section, Func<T, string> nameOf) : ValueType<ImmutableArray<T>>
{
    /// <inheritdoc/>
    public override string Title => "a list of at least one section";

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string path, ReadContext context, out ImmutableArray<T> value)
    {
        value = [];
        if (node is not YamlSequence { Items: not [] } list)
        {
            return Reject(node, path, context, node is YamlSequence ? "an empty list" : null);
        }

        value = [.. list.Items.Select((item, index) => Item(item, $"{path}[{index}]", context))];
        return true;
    }

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = section.Schema() };

    /// <inheritdoc/>
    public override JsonNode? ToJson(ImmutableArray<T> value) => null;

    /// <inheritdoc/>
    public override IEnumerable<ConfigurationChange> Changes(
        ImmutableArray<T> before, ImmutableArray<T> after, string path, ChangeEffect effect)
    {
        var kept = before.Join(after, nameOf, nameOf, (first, second) => (Name: nameOf(first), First: first, Second: second)).ToList();
        var names = before.Concat(after).Select(nameOf).Distinct().Except(kept.Select(pair => pair.Name));
        return
        [
            .. from pair in kept
               from change in section.Changes(pair.First, pair.Second, $"{path}[{pair.Name}]")
               select change with { Monitor = pair.Name },
            .. names.Select(name => new ConfigurationChange(name, $"{path}[{name}]", effect)),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyDescription> Describe(string path) => section.Describe(path + "[]");

    private T Item(YamlNode item, string path, ReadContext context)
    {
        context.Locate(path, item.Place);
        if (item is YamlMapping mapping)
        {
            return section.Read(mapping, path, context);
        }

        context.Fail(path, item.Place, $"{item.Found}; expected a section");
        return section.Prototype;
    }
}
