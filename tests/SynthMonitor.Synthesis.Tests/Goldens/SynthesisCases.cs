using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SynthMonitor.Synthesis.Tests.Goldens;

/// <summary>
/// Brings the files of cases into one form. <c>unit.json</c> has cases of its own; of the other files each entry of <c>expected</c> is a
/// case about a synthetic table.
/// </summary>
internal static partial class SynthesisCases
{
    /// <summary>All cases of a file.</summary>
    public static IEnumerable<GoldenCase> Of(string path)
    {
        var document = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        var file = Path.GetFileName(path);
        return document["cases"] is JsonArray cases
            ? cases.Select(one => new GoldenCase(file, document, Unit(one!.AsObject())))
            : document["expected"]!.AsArray().Select((one, index) => new GoldenCase(file, document, OfTable(file, index, document, one!.AsObject())));
    }

    private static JsonObject Unit(JsonObject one) => new()
    {
        ["id"] = one["name"]!.GetValue<string>(),
        ["function"] = Number().Replace(one["name"]!.GetValue<string>(), ""),
        ["args"] = one["source"]!["args"]?.DeepClone(),
        ["inputs"] = one["inputs"]!.DeepClone(),
        ["expected"] = one["expected"] is JsonObject ? one["expected"]!.DeepClone() : new JsonObject { ["value"] = one["expected"]!.DeepClone() },
        ["tolerance"] = Absolute(one["tolerance"]),
    };

    private static JsonObject OfTable(string file, int index, JsonObject document, JsonObject one) => new()
    {
        ["id"] = $"{file} {index}",
        ["function"] = Table().Match(file).Groups[1].Value,
        ["inputs"] = document["inputs"]!.DeepClone(),
        ["expected"] = one["full"] is null ? one.DeepClone() : Flat(document, one),
        ["tolerance"] = one["full"] is null ? Absolute(document["tolerance"]) : Absolute(document["tolerance"]!["unrounded"]),
    };

    // The quality score's values for all rows, beside what they are of.
    private static JsonObject Flat(JsonObject document, JsonObject one)
    {
        var full = one["full"]!.DeepClone().AsObject();
        full["synthetic"] = one["synthetic"]!.DeepClone();
        full["train_rows"] = one["train_rows"]!.DeepClone();
        full["training_correlation"] = document["training_correlation"]!.DeepClone();
        return full;
    }

    private static JsonNode? Absolute(JsonNode? tolerance) => tolerance is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        ? new JsonObject { ["rel"] = 0.0, ["abs"] = value.GetValue<double>() }
        : tolerance?.DeepClone();

    [GeneratedRegex("-[0-9]+$")]
    private static partial Regex Number();

    [GeneratedRegex("^(.*?)-(?:adult|online-shoppers)")]
    private static partial Regex Table();
}
