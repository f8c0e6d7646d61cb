using System.Globalization;
using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>A number within bounds.</summary>
internal sealed class NumberType(double minimum, double maximum) : ScalarType<double>
{
    /// <inheritdoc/>
    public override string Title => $"a number, {minimum} … {maximum}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "number", ["minimum"] = minimum, ["maximum"] = maximum };

    /// <inheritdoc/>
    public override JsonNode? ToJson(double value) => value;

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, string path, ReadContext context, out double value) =>
        double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && scalar.IsPlain && value >= minimum && value <= maximum;
}
