using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Values;

/// <summary>A number of blocks, such as <c>12 blocks</c>.</summary>
internal sealed partial class BlocksType(int minimum, int maximum) : ScalarType<int>
{
    private const string Pattern = "^(?<count>[0-9]{1,9}) blocks?$";

    /// <inheritdoc/>
    public override string Title => $"a number of blocks such as 12 blocks, {minimum} … {maximum}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[0-9]{1,9} blocks?$" };

    /// <inheritdoc/>
    public override JsonNode? ToJson(int value) => value == 1 ? "1 block" : $"{value} blocks";

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, string path, ReadContext context, out int value)
    {
        var match = Form().Match(scalar.Text);
        value = match.Success ? int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) : 0;
        return match.Success && value >= minimum && value <= maximum;
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
