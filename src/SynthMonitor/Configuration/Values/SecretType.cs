using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>A value that is never shown: as written, from the environment (<c>${NAME}</c>) or from a file (<c>file:PATH</c>).</summary>
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
        if (!context.TryResolve(scalar, path, out var text))
        {
            return false;
        }

        try
        {
            value = new(context.ReadSecret(text));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            context.Fail(path, scalar.Place, "the file of the secret cannot be read; expected a file that exists and may be read");
            return false;
        }
    }
}
