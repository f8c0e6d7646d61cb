using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Keys;
using SynthMonitor.Configuration.Reading;
using SynthMonitor.Configuration.Reload;

namespace SynthMonitor.Configuration.Values;

/// <summary>A section inside another.</summary>
internal sealed class SectionType<T>(Section<T> section) : ValueType<T>
{
    /// <inheritdoc/>
    public override string Title => "a section";

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string path, ReadContext context, out T value)
    {
        value = section.Prototype;
        if (node is not YamlMapping mapping)
        {
            return Reject(node, path, context);
        }

        value = section.Read(mapping, path, context);
        return true;
    }

    /// <inheritdoc/>
    public override JsonObject Schema() => section.Schema();

    /// <inheritdoc/>
    public override JsonNode? ToJson(T value) => null;

    /// <inheritdoc/>
    public override T Default(T value, ReadContext context) => section.Read(new(default, []), "", context);

    /// <inheritdoc/>
    public override IEnumerable<ConfigurationChange> Changes(T before, T after, string path, ChangeEffect effect) =>
        section.Changes(before, after, path);

    /// <inheritdoc/>
    public override IEnumerable<KeyDescription> Describe(string path) => section.Describe(path);
}
