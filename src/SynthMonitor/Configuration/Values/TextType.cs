using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>A text that is not empty; <c>${NAME}</c> in it is an environment variable.</summary>
/// <param name="title">What it is.</param>
/// <param name="pattern">What the text must match after environment variables are put in, or null.</param>
internal class TextType(string title, Regex? pattern = null) : ScalarType<string>
{
    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };

    /// <inheritdoc/>
    public override JsonNode? ToJson(string value) => value;

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, string path, ReadContext context, out string value) =>
        context.TryResolve(scalar, path, out value) && IsText(scalar) && value.Length > 0 && (pattern?.IsMatch(value) ?? true);

    /// <summary>Whether the scalar is text to YAML: numbers, true and false need quotes.</summary>
    private protected virtual bool IsText(YamlScalar scalar) =>
        !scalar.IsPlain || !(scalar.IsBoolean || double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
}
