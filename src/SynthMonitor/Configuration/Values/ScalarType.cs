using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>A type whose values stand in one scalar.</summary>
internal abstract class ScalarType<T> : ValueType<T>
{
    /// <inheritdoc/>
    public sealed override bool TryRead(YamlNode node, string path, ReadContext context, out T value)
    {
        value = default!;
        return (node is YamlScalar { IsNull: false } scalar && TryRead(scalar, path, context, out value)) || Failed(node, path, context);
    }

    /// <summary>Reads a scalar that is not null. Where it returns false without an error of its own, the general one is reported.</summary>
    protected abstract bool TryRead(YamlScalar scalar, string path, ReadContext context, out T value);

    private bool Failed(YamlNode node, string path, ReadContext context) => !context.IsValid(path) ? false : Reject(node, path, context);
}
