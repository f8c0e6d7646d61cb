using System.Text.Json.Nodes;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>A span of time within bounds.</summary>
internal sealed class SpanType(TimeSpan minimum, TimeSpan maximum) : ScalarType<TimeSpan>
{
    /// <inheritdoc/>
    public override string Title => $"a span such as 90s, 5m, 1h or 7d, {Span.Format(minimum)} … {Span.Format(maximum)}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Span.Pattern };

    /// <inheritdoc/>
    public override JsonNode? ToJson(TimeSpan value) => Span.Format(value);

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, string path, ReadContext context, out TimeSpan value) =>
        Span.TryParse(scalar.Text, out value) && value >= minimum && value <= maximum;
}
