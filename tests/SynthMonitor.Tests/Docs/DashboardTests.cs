using System.Text.Json;
using SynthMonitor.Tests.Architecture;

namespace SynthMonitor.Tests.Docs;

/// <summary>The dashboard asks for what is exported, and explains every panel.</summary>
public sealed class DashboardTests
{
    private readonly JsonElement dashboard =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "dashboards", "synthmonitor.json"))).RootElement;

    private List<JsonElement> Panels =>
        [.. dashboard.GetProperty("panels").EnumerateArray().Where(panel => panel.GetProperty("type").GetString() != "row")];

    private List<string> Queries => [.. Panels.SelectMany(QueriesOf), .. Annotations.Select(annotation => Text(annotation, "expr"))];

    private IEnumerable<JsonElement> Annotations => dashboard.GetProperty("annotations").GetProperty("list").EnumerateArray();

    private IEnumerable<JsonElement> Variables => dashboard.GetProperty("templating").GetProperty("list").EnumerateArray();

    [Fact]
    public void Every_metric_and_label_is_exported() => Assert.Empty(Queries.SelectMany(ExportedMetrics.Unknown));

    [Fact]
    public void Every_metric_of_ours_is_shown() => Assert.Empty(ExportedMetrics.Labels
        .Select(metric => metric.Key)
        .Where(name => name.StartsWith("synthmonitor_", StringComparison.Ordinal) && !name.EndsWith("_sum", StringComparison.Ordinal) && !name.EndsWith("_count", StringComparison.Ordinal))
        .Except(Queries.SelectMany(ExportedMetrics.Selections).Select(selection => selection.Name)));

    [Fact]
    public void Every_selection_is_of_the_chosen_job_and_instances() => Assert.All(
        Queries.SelectMany(ExportedMetrics.Selections),
        selection => Assert.Equal(["instance", "job"], selection.Labels.Intersect(["job", "instance"]).Order()));

    [Fact]
    public void Every_panel_has_title_description_and_unit() => Assert.All(Panels, panel =>
    {
        Assert.NotEmpty(Text(panel, "title"));
        Assert.EndsWith(".", Text(panel, "description"));
        Assert.NotEmpty(Text(panel.GetProperty("fieldConfig").GetProperty("defaults"), "unit"));
        Assert.NotEmpty(QueriesOf(panel));
    });

    [Fact]
    public void Panels_have_ids_of_their_own_and_do_not_overlap()
    {
        Assert.Equal(Panels.Count, Panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        var taken = Panels.SelectMany(CellsOf).ToList();
        Assert.Equal(taken.Count, taken.Distinct().Count());
    }

    [Fact]
    public void The_data_source_is_a_variable()
    {
        Assert.Contains(Variables, variable => Text(variable, "name") == "datasource" && Text(variable, "type") == "datasource");
        Assert.All(Panels.Concat(Annotations), part => Assert.Equal("${datasource}", Text(part.GetProperty("datasource"), "uid")));
    }

    [Fact]
    public void Every_variable_that_is_used_is_declared()
    {
        var declared = Variables.Select(variable => "$" + Text(variable, "name")).ToList();
        Assert.Superset(new HashSet<string>(["$job", "$instance", "$monitor"]), declared.ToHashSet());
        Assert.Empty(Variables.Where(variable => Text(variable, "type") == "query")
            .SelectMany(variable => ExportedMetrics.Unknown(Text(variable.GetProperty("query"), "query"))));
    }

    [Fact]
    public void Rates_are_taken_over_the_interval_that_the_scrape_allows() => Assert.All(
        Queries.Where(query => query.Contains("rate(", StringComparison.Ordinal) || query.Contains("increase(", StringComparison.Ordinal)),
        query => Assert.Equal(query.Count(character => character == '['), query.Split("[$__rate_interval]").Length - 1));

    private static IEnumerable<string> QueriesOf(JsonElement panel) =>
        panel.GetProperty("targets").EnumerateArray().Select(target => Text(target, "expr"));

    private static IEnumerable<(int X, int Y)> CellsOf(JsonElement panel)
    {
        var position = panel.GetProperty("gridPos");
        int Of(string name) => position.GetProperty(name).GetInt32();
        return from x in Enumerable.Range(Of("x"), Of("w")) from y in Enumerable.Range(Of("y"), Of("h")) select (x, y);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
