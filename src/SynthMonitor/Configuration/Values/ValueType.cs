using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Keys;
using SynthMonitor.Configuration.Reading;
using SynthMonitor.Configuration.Reload;

namespace SynthMonitor.Configuration.Values;

/// <summary>A type of value: how it is read, checked, shown and described.</summary>
internal abstract class ValueType<T>
{
    /// <summary>What a value looks like, with its bounds; both for errors (<c>expected …</c>) and for the documentation.</summary>
    public abstract string Title { get; }

    /// <summary>Reads a value.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="path">The key's path.</param>
    /// <param name="context">Receives the errors.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is a value; if not, at least one error was reported.</returns>
    public abstract bool TryRead(YamlNode node, string path, ReadContext context, out T value);

    /// <summary>The JSON Schema of what <see cref="TryRead"/> accepts.</summary>
    public abstract JsonObject Schema();

    /// <summary>A value as it would be written in the file; null where there is nothing to show.</summary>
    public abstract JsonNode? ToJson(T value);

    /// <summary>The value of a key that is absent.</summary>
    public virtual T Default(T value, ReadContext context) => value;

    /// <summary>What differs between two values.</summary>
    public virtual IEnumerable<ConfigurationChange> Changes(T before, T after, string path, ChangeEffect effect) =>
        EqualityComparer<T>.Default.Equals(before, after) ? [] : [new(null, path, effect)];

    /// <summary>A line of documentation for each key inside.</summary>
    public virtual IEnumerable<KeyDescription> Describe(string path) => [];

    /// <summary>Reports that a node is not what was expected.</summary>
    protected bool Reject(YamlNode node, string path, ReadContext context, string? found = null)
    {
        context.Fail(path, node.Place, $"{found ?? node.Found}; expected {Title}");
        return false;
    }
}
