using System.Text.RegularExpressions;
using SynthMonitor.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace SynthMonitor.Tests.Docs;

/// <summary>Alerts ask for what is exported and lead to a page that says what to do.</summary>
public sealed partial class AlertRulesTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "dashboards");

    private static List<YamlMappingNode> Rules
    {
        get
        {
            var yaml = new YamlStream();
            using var text = File.OpenText(Path.Combine(Folder, "alerts.yml"));
            yaml.Load(text);
            return [.. ((YamlSequenceNode)yaml.Documents[0].RootNode["groups"]).SelectMany(group => (YamlSequenceNode)group["rules"]).Cast<YamlMappingNode>()];
        }
    }

    [Fact]
    public void Every_metric_and_label_is_exported() => Assert.Empty(Rules.SelectMany(rule => ExportedMetrics.Unknown(Text(rule, "expr"))));

    [Fact]
    public void Every_alert_has_a_severity_a_summary_and_a_description() => Assert.All(Rules, rule =>
    {
        Assert.Contains(Text(rule["labels"], "severity"), new[] { "info", "warning", "critical" });
        Assert.DoesNotMatch(@"\.$", Text(rule["annotations"], "summary"));
        Assert.EndsWith(".", Text(rule["annotations"], "description"));
    });

    [Fact]
    public void Every_alert_leads_to_a_runbook() => Assert.All(
        Rules, rule => Assert.True(File.Exists(Path.Combine(SourceTree.Root, Text(rule["annotations"], "runbook_url"))), Text(rule, "alert")));

    [Fact]
    public void Every_runbook_says_what_it_means_and_what_to_do() => Assert.All(
        Directory.GetFiles(Path.Combine(SourceTree.Root, "docs", "runbooks"), "*.md").Where(page => Path.GetFileName(page) != "README.md"),
        page => Assert.Equal(
            ["Meaning", "Impact", "Diagnosis", "Mitigation"],
            File.ReadLines(page).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])));

    [Fact]
    public void Every_alert_is_tested()
    {
        var tests = File.ReadAllText(Path.Combine(Folder, "alerts.test.yml"));
        var tested = Tested().Matches(tests).Select(match => match.Groups["name"].Value).Distinct();
        Assert.Equal(Rules.Select(rule => Text(rule, "alert")).Order(), tested.Order());
    }

    private static string Text(YamlNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    [GeneratedRegex(@"alertname: (?<name>\w+)")]
    private static partial Regex Tested();
}
