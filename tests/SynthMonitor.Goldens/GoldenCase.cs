using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthMonitor.Goldens;

/// <summary>One case of a golden file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Document">The whole file, whose <c>data</c> the inputs may name.</param>
/// <param name="Case">The case.</param>
public sealed record GoldenCase(string File, JsonObject Document, JsonObject Case)
{
    public string Id => Case["id"]!.GetValue<string>();

    public string Function => Case["function"]!.GetValue<string>();

    public JsonObject Expected => Case["expected"]!.AsObject();

    public JsonNode? Tolerance => Case["tolerance"];

    /// <summary>All cases of a file.</summary>
    public static IEnumerable<GoldenCase> Of(string path)
    {
        var document = JsonNode.Parse(System.IO.File.ReadAllText(path))!.AsObject();
        return (document["cases"] as JsonArray ?? []).Select(one => new GoldenCase(Path.GetFileName(path), document, one!.AsObject()));
    }

    /// <summary>An argument of the function, or null where the case leaves it at its default.</summary>
    public JsonNode? Argument(string name) => Case["args"]?[name];

    /// <summary>An argument that is text, or what it is by default.</summary>
    public string Text(string argument, string otherwise) => Argument(argument)?.GetValue<string>() ?? otherwise;

    /// <summary>An argument that is a truth value, or what it is by default.</summary>
    public bool Flag(string argument, bool otherwise) => Argument(argument)?.GetValue<bool>() ?? otherwise;

    /// <summary>An argument that is a number, or what it is by default.</summary>
    public double Number(string argument, double otherwise) => Argument(argument) is { } node ? NumberOf(node) : otherwise;

    /// <summary>An input; <c>"@name"</c> stands for <c>data.name</c> of the file. Null where the case lacks it.</summary>
    public JsonNode? Input(string name) =>
        Case["inputs"]?[name] is not { } node ? null
        : node.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is ['@', .. var key] ? Document["data"]![key]
        : node;

    /// <summary>An input that is an array of numbers.</summary>
    public double[] Numbers(string input) => [.. Input(input)!.AsArray().Select(NumberOf)];

    /// <summary>An input that is an array of counts.</summary>
    public long[] Counts(string input) => CountsOf(Input(input));

    /// <summary>An input that is a table of counts, row by row.</summary>
    public long[][] Table(string input) => [.. Input(input)!.AsArray().Select(CountsOf)];

    /// <summary>A number, which may be written as text where it is not finite; null, a missing value, is NaN.</summary>
    public static double NumberOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null => double.NaN,
        JsonValueKind.String => node.GetValue<string>() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        },
        _ => node.GetValue<double>(),
    };

    /// <summary>The case cannot be computed by this project.</summary>
    public GoldenOutOfScopeException OutOfScope(string argument) => new($"{Function} with {argument} = {Argument(argument)?.ToJsonString() ?? "nothing"}");

    private static long[] CountsOf(JsonNode? node) => [.. node!.AsArray().Select(count => checked((long)count!.GetValue<double>()))];
}

/// <summary>The project has the function, but not with these arguments.</summary>
public sealed class GoldenOutOfScopeException(string what) : Exception(what);
