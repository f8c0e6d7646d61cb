using System.Text.Json.Nodes;
using SynthMonitor.Synthesis.Quality;
using SynthMonitor.Synthesis.Quality.Associations;

namespace SynthMonitor.Synthesis.Tests.Goldens;

/// <summary>Histograms, distances and associations of written-out values.</summary>
internal static class AssociationScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["js-distance"] = one => new() { ["value"] = CountDistances.JensenShannon(one.Counts("p_counts"), one.Counts("q_counts")) },
        ["doane-js"] = Doane,
        ["pearson-pairwise"] = one => new() { ["value"] = NumberAssociation.Pearson(one.Numbers("x"), one.Numbers("y")) },
        ["theils-u"] = TheilsU,
        ["correlation-ratio"] = one => new()
        {
            ["value"] = LabelAssociation.CorrelationRatio(Labels(one.Input("categories")), one.Numbers("measurements")),
        },
        ["cramers-v"] = one => new() { ["plain"] = LabelAssociation.CramersV(Labels(one.Input("x")), Labels(one.Input("y"))) },
    };

    /// <summary>Texts as labels.</summary>
    public static int[] Labels(JsonNode? node)
    {
        string?[] texts = [.. node!.AsArray().Select(one => one?.ToString())];
        return LabelPair.Of(texts, []).Real;
    }

    private static GoldenAnswer Doane(GoldenCase one)
    {
        var (first, second) = (one.Numbers("a"), one.Numbers("b"));
        var histogram = new DoaneHistogram(first, second);
        return new()
        {
            ["edges"] = histogram.Edges,
            ["counts_a_right_closed"] = histogram.Counts(first),
            ["counts_b_right_closed"] = histogram.Counts(second),
            ["js"] = DoaneHistogram.Distance(first, second),
        };
    }

    private static GoldenAnswer TheilsU(GoldenCase one)
    {
        var (x, y) = (Labels(one.Input("x")), Labels(one.Input("y")));
        return new() { ["u_x_given_y"] = LabelAssociation.TheilsU(x, y), ["u_y_given_x"] = LabelAssociation.TheilsU(y, x) };
    }
}
