using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>
/// A budget of false alarms in the form that <see cref="Drift.Monitoring.FalseAlarmBudget"/> reads. Whether blocks can keep
/// it, a validator says.
/// </summary>
internal sealed partial class FalseAlarmsType : ScalarType<string>
{
    private const string Pattern = @"^\d+(\.\d+)? +per +\d+(\.\d+)? *(blocks?|[smhdw])$";

    /// <inheritdoc/>
    public override string Title => "a budget such as 1 per 30d or 1 per 5000 blocks";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Pattern };

    /// <inheritdoc/>
    public override JsonNode? ToJson(string value) => value;

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, string path, ReadContext context, out string value)
    {
        value = scalar.Text;
        return Form().IsMatch(value);
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
