using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>A text that may also be written as a number, or as true or false, without quotes.</summary>
internal sealed class LabelType(string title) : TextType(title)
{
    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number", "boolean"), ["minLength"] = 1 };

    private protected override bool IsText(YamlScalar scalar) => true;
}
