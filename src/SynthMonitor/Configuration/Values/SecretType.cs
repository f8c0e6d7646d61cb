using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>A value that is never shown: as it is written, from the environment (<c>${NAME}</c>) or from a file (<c>file:PATH</c>).</summary>
internal sealed class SecretType : ScalarType<Secret>
{
    /// <inheritdoc/>
    public override string Title => "a value, `${NAME}` of the environment, or `file:PATH`";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    /// <inheritdoc/>
    public override JsonNode? ToJson(Secret value) => null;

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, string path, ReadContext context, out Secret value)
    {
        value = new("");
        var text = context.Resolver.Resolve(scalar.Text, name => context.Fail(path, scalar.Place, $"the environment variable {name} is not set"));
        if (!context.IsValid(path))
        {
            return false;
        }

        try
        {
            value = new(context.Resolver.ReadSecret(text, context.Folder));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            context.Fail(path, scalar.Place, "the file of the secret cannot be read; expected a file that exists and may be read");
            return false;
        }
    }
}
