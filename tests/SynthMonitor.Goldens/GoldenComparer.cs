using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthMonitor.Goldens;

/// <summary>Compares what the project computes with what a case expects, within the case's tolerance.</summary>
public static class GoldenComparer
{
    /// <summary>Below this, numbers may be compared by their logarithm.</summary>
    private const double Tiny = 1e-290;

    /// <summary>What differs, in words; empty where nothing does.</summary>
    public static IEnumerable<string> Differences(GoldenCase one, GoldenAnswer answer)
    {
        if (IsRefused(one))
        {
            return answer.Values.Any(HasValue) ? [$"{one.Id}: a value where the package refuses"] : [];
        }

        var compared = answer.Where(pair => one.Expected.ContainsKey(pair.Key)).ToArray();
        return compared.Length == 0
            ? [$"{one.Id}: nothing to compare"]
            : compared.SelectMany(pair => Differences($"{one.Id} {pair.Key}", one.Expected[pair.Key], pair.Value, ToleranceFor(one.Tolerance, pair.Key)));
    }

    /// <summary>Whether the package gives no number: it refuses the input, or says NaN for everything.</summary>
    public static bool IsRefused(GoldenCase one) =>
        one.Expected.ContainsKey("error") || one.Expected.ContainsKey("not_testable")
        || (one.Expected.Count > 0 && one.Expected.All(pair => pair.Value is JsonValue value && IsNaN(value)));

    private static IEnumerable<string> Differences(string what, JsonNode? expected, object? actual, JsonNode? tolerance)
    {
        if (expected is JsonArray array && actual is IEnumerable and not string)
        {
            object?[] values = [.. ((IEnumerable)actual).Cast<object?>()];
            return values.Length != array.Count
                ? [$"{what}: expected {array.Count} values, got {values.Length}"]
                : values.SelectMany((value, index) => Differences($"{what}[{index}]", array[index], value, tolerance));
        }

        if (expected is JsonObject fields && actual is IDictionary named)
        {
            return fields.SelectMany(field => named.Contains(field.Key)
                ? Differences($"{what}.{field.Key}", field.Value, named[field.Key], tolerance)
                : named is GoldenAnswer ? [] : [$"{what}.{field.Key}: nothing"]);
        }

        return Equal(expected, actual, tolerance) ? [] : [$"{what}: expected {expected?.ToJsonString() ?? "null"}, got {Describe(actual)}"];
    }

    private static bool Equal(JsonNode? expected, object? actual, JsonNode? tolerance) => actual switch
    {
        null => expected is null,
        bool flag => expected is JsonValue value && value.TryGetValue<bool>(out var wanted) && wanted == flag,
        string text => expected is JsonValue value && value.TryGetValue<string>(out var wanted) && wanted == text,
        Inexact inexact => Equal(expected, inexact.Value, tolerance) || Equal(expected, inexact.Value, Absolute(inexact.Allowance)),
        Estimate { Value: null } => expected is null || IsNaN(expected),
        Estimate { Value: { } value } => IsNear(expected, value, tolerance),
        IConvertible number => IsNear(expected, number.ToDouble(null), tolerance),
        _ => false,
    };

    private static bool IsNear(JsonNode? expected, double actual, JsonNode? tolerance)
    {
        if (expected is null or JsonArray or JsonObject || expected.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        {
            return false;
        }

        var wanted = GoldenCase.NumberOf(expected);
        var (relative, absolute) = tolerance is JsonObject ? (GoldenCase.NumberOf(tolerance["rel"]), GoldenCase.NumberOf(tolerance["abs"])) : (0, 0);
        return wanted.Equals(actual)
            || wanted == actual
            || (wanted == 0 && double.IsSubnormal(actual))
            || Math.Abs(wanted - actual) <= Math.Max(absolute, relative * Math.Abs(wanted))
            || (wanted is > 0 and < Tiny && actual > 0 && Math.Abs(Math.Log(actual) - Math.Log(wanted)) <= 1e-6 * Math.Abs(Math.Log(wanted)));
    }

    /// <summary>The tolerance of a key: its own, or the one of all; else the loosest that the case has.</summary>
    private static JsonNode? ToleranceFor(JsonNode? tolerance, string key) =>
        tolerance is not JsonObject all || all.ContainsKey("rel") ? tolerance
        : all.TryGetPropertyValue(key, out var own) ? own
        : all.Select(pair => pair.Value).OfType<JsonObject>().MaxBy(one => GoldenCase.NumberOf(one["rel"]));

    private static bool HasValue(object? value) => value switch
    {
        null => false,
        Estimate estimate => estimate.IsDefined,
        Inexact inexact => inexact.Value.IsDefined,
        double number => !double.IsNaN(number),
        _ => true,
    };

    private static JsonObject Absolute(double allowance) => new() { ["rel"] = 0.0, ["abs"] = allowance };

    private static bool IsNaN(JsonNode node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text == "NaN";

    private static string Describe(object? actual) => actual switch
    {
        null => "nothing",
        double number => number.ToString("R"),
        Estimate { Value: { } value } => value.ToString("R"),
        Inexact inexact => Describe(inexact.Value),
        _ => actual.ToString() ?? "",
    };
}
