using System.Text.Json.Nodes;

namespace SynthMonitor.Drift.Tests;

/// <summary>The golden values, in the folder that SYNTHMONITOR_GOLDEN names, else beside the repository.</summary>
internal static class Golden
{
    /// <summary>Below this, p-values are compared by their logarithm only.</summary>
    public const double SmallestCompared = 1e-290;

    /// <summary>A file's content; the test is skipped where the folder is absent.</summary>
    public static JsonObject Load(string file)
    {
        var folder = Environment.GetEnvironmentVariable("SYNTHMONITOR_GOLDEN") ?? Beside();
        var path = folder is null ? null : Path.Combine(folder, "drift", file);
        Assert.SkipUnless(File.Exists(path), $"no golden file drift/{file}: set SYNTHMONITOR_GOLDEN");
        return JsonNode.Parse(File.ReadAllText(path!))!.AsObject();
    }

    /// <summary>The cases of some function.</summary>
    public static IEnumerable<JsonNode> Cases(JsonObject file, Func<string, bool> function) =>
        file["cases"]!.AsArray().OfType<JsonNode>().Where(one => function(one["function"]!.GetValue<string>()));

    /// <summary>A number, which may be written as text where it is not finite.</summary>
    public static double Number(JsonNode? node) =>
        node!.GetValueKind() == System.Text.Json.JsonValueKind.String ? Named(node.GetValue<string>()) : node.GetValue<double>();

    /// <summary>An array of numbers.</summary>
    public static double[] Numbers(JsonNode? node) => [.. node!.AsArray().Select(Number)];

    /// <summary>Fails unless a value is within the tolerance, an object of <c>rel</c> and <c>abs</c>.</summary>
    public static void AssertNear(double expected, double actual, JsonNode tolerance, string what)
    {
        var allowed = Math.Max(tolerance["abs"]!.GetValue<double>(), tolerance["rel"]!.GetValue<double>() * Math.Abs(expected));
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= allowed, $"{what}: expected {expected:R}, got {actual:R}");
    }

    private static double Named(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text),
    };

    private static string? Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SynthMonitor.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "golden");
            }
        }

        return null;
    }
}
