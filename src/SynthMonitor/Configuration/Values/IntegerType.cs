using System.Globalization;
using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>A whole number within bounds.</summary>
internal sealed class IntegerType(int minimum, int maximum) : ScalarType<int>
{
    /// <inheritdoc/>
    public override string Title => $"an integer, {minimum} … {maximum}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum };

    /// <inheritdoc/>
    public override JsonNode? ToJson(int value) => value;

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, string path, ReadContext context, out int value) =>
        int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && scalar.IsPlain && value >= minimum && value <= maximum;
}
