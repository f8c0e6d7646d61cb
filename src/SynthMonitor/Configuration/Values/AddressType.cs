using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>An address to listen on: <c>http</c>, host and port.</summary>
internal sealed class AddressType : ScalarType<Uri>
{
    /// <inheritdoc/>
    public override string Title => "an address such as http://127.0.0.1:8080";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^http://[^/]+/?$" };

    /// <inheritdoc/>
    public override JsonNode? ToJson(Uri value) => value.GetLeftPart(UriPartial.Authority);

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, string path, ReadContext context, out Uri value)
    {
        var parsed = Uri.TryCreate(scalar.Text, UriKind.Absolute, out var uri);
        value = uri!;
        return parsed && uri is { Scheme: "http", PathAndQuery: "/", Fragment: "", UserInfo: "" };
    }
}
