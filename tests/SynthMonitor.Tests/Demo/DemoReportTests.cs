using System.Text.Json.Nodes;

namespace SynthMonitor.Tests.Demo;

public sealed class DemoReportTests
{
    private static JsonObject Json => SampleDemo.Concept.Json;

    [Fact]
    public void It_has_the_keys_that_programs_hold_on_to()
    {
        RequireKeys(Json, "rows", "conservation", "alarms", "incidents", "retrains", "promotions", "quality");
        RequireKeys(Json["conservation"]!, "consumed", "accepted", "late", "rejected", "deadLettered");
        RequireKeys(Json["alarms"]![0]!, "row", "block", "kind", "onsetRow", "columns");
        RequireKeys(Json["incidents"]![0]!, "id", "kind", "diagnosis", "onsetRow", "raisedRow");
        RequireKeys(Json["retrains"]![0]!, "recipe", "verdict", "champion", "challenger", "seconds");
        RequireKeys(Json["quality"]!, "before", "during");
    }

    [Fact]
    public void Rows_are_those_of_the_stream()
    {
        foreach (var alarm in Json["alarms"]!.AsArray())
        {
            var (row, block) = ((long)alarm!["row"]!, (long)alarm["block"]!);
            Assert.Equal((block * 200) + 199, row);
            Assert.InRange((long)alarm["onsetRow"]!, 0, row);
        }
    }

    [Fact]
    public void Quality_falls_with_the_drift() => Assert.True((double)Json["quality"]!["during"]! < (double)Json["quality"]!["before"]!);

    private static void RequireKeys(JsonNode node, params string[] keys) =>
        Assert.Empty(keys.Except(node.AsObject().Select(entry => entry.Key)));
}
