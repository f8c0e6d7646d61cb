using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;
using SynthMonitor.Configuration.Reload;
using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>
/// A key of a section: its name, type, default, documentation and effect. The parser, the JSON Schema, the documentation and the
/// classification of changes all stand on this one description.
/// </summary>
/// <typeparam name="TRecord">The record that the section becomes.</typeparam>
internal abstract class Key<TRecord>
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, in one or two sentences.</summary>
    public required string Documentation { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it takes for a change to come into force.</summary>
    public ChangeEffect Effect { get; init; } = ChangeEffect.NeedsRestart;

    /// <summary>Sets the record's member from the value in the file, or from the default where there is none.</summary>
    /// <param name="record">The record so far; first the section's prototype, which holds the defaults.</param>
    /// <param name="node">The value, or null where the key is absent.</param>
    /// <param name="path">The key's path.</param>
    /// <param name="context">Receives the errors.</param>
    public abstract TRecord Read(TRecord record, YamlNode? node, string path, ReadContext context);

    /// <summary>The JSON Schema of the value.</summary>
    /// <param name="prototype">The record that holds the defaults.</param>
    public abstract JsonObject Schema(TRecord prototype);

    /// <summary>A line of documentation for the key, and for each key inside it.</summary>
    /// <param name="prototype">The record that holds the defaults.</param>
    /// <param name="path">The key's path.</param>
    public abstract IEnumerable<KeyDescription> Describe(TRecord prototype, string path);

    /// <summary>What differs between two records.</summary>
    public abstract IEnumerable<ConfigurationChange> Changes(TRecord before, TRecord after, string path);
}

/// <summary>A key with the type of its value.</summary>
/// <param name="type">The type of the value.</param>
/// <param name="get">Reads the member of the record.</param>
/// <param name="with">The record with another value of the member.</param>
internal sealed class Key<TRecord, TValue>(
    ValueType<TValue> type, Func<TRecord, TValue?> get, Func<TRecord, TValue, TRecord> with) : Key<TRecord>
{
    /// <inheritdoc/>
    public override TRecord Read(TRecord record, YamlNode? node, string path, ReadContext context)
    {
        if (node is null)
        {
            return !IsRequired && get(record) is { } absent ? with(record, type.Default(absent, context)) : record;
        }

        context.Locate(path, node.Place);
        return type.TryRead(node, path, context, out var value) ? with(record, value) : record;
    }

    /// <inheritdoc/>
    public override JsonObject Schema(TRecord prototype)
    {
        var schema = type.Schema();
        schema["description"] = Documentation;
        if (DefaultOf(prototype) is { } value && type.ToJson(value) is { } json)
        {
            schema["default"] = json;
        }

        return schema;
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyDescription> Describe(TRecord prototype, string path)
    {
        var value = DefaultOf(prototype) is { } known ? type.ToJson(known)?.ToString() : null;
        yield return new(path, type.Title, IsRequired, value, Effect, Documentation);
        foreach (var inner in type.Describe(path))
        {
            yield return inner;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<ConfigurationChange> Changes(TRecord before, TRecord after, string path) => (get(before), get(after)) switch
    {
        ({ } first, { } second) => type.Changes(first, second, path, Effect),
        (null, null) => [],
        _ => [new(null, path, Effect)],
    };

    private TValue? DefaultOf(TRecord prototype) => IsRequired ? default : get(prototype);
}
