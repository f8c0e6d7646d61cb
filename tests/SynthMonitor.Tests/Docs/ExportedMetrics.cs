using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Tests.Observability;

namespace SynthMonitor.Tests.Docs;

/// <summary>The metrics that <c>/metrics</c> really shows, with their labels, and what a query in PromQL asks of them.</summary>
internal static partial class ExportedMetrics
{
    /// <summary>Labels that Prometheus adds to every series it scrapes.</summary>
    private static readonly string[] OfTheScrape = ["job", "instance"];

    /// <summary>For each series name its labels.</summary>
    public static ILookup<string, string> Labels { get; } = Read();

    /// <summary>What a query asks for that is not exported: a metric, or a label of one.</summary>
    public static IEnumerable<string> Unknown(string query)
    {
        foreach (var (name, labels) in Selections(query))
        {
            if (!Labels.Contains(name))
            {
                yield return name;
            }

            foreach (var label in labels.Except(OfTheScrape).Except(Labels[name]))
            {
                yield return $"{name}{{{label}}}";
            }
        }
    }

    /// <summary>The metrics that a query selects, each with the labels that it matches.</summary>
    public static IEnumerable<(string Name, string[] Labels)> Selections(string query) => Selection().Matches(query)
        .Select(match => (match.Groups["name"].Value, Matched().Matches(match.Groups["matchers"].Value).Select(label => label.Groups[1].Value).ToArray()));

    private static ILookup<string, string> Read()
    {
        var metrics = new SynthMonitor.Observability.Metrics(new FakeTimeProvider());
        MetricsTests.Touch(metrics.Monitor("loans"));
        return Exposition.Text(metrics).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => Series().Match(line))
            .SelectMany(
                series => Matched().Matches(series.Groups["labels"].Value).Select(label => label.Groups[1].Value).DefaultIfEmpty(""),
                (series, label) => (Name: series.Groups["name"].Value, Label: label))
            .Distinct()
            .ToLookup(series => series.Name, series => series.Label);
    }

    [GeneratedRegex(@"\b(?<name>(?:synthmonitor|process|dotnet)_\w+)(?:\{(?<matchers>[^}]*)\})?")]
    private static partial Regex Selection();

    [GeneratedRegex(@"(\w+)\s*(?:=~|!~|!=|=)\s*""")]
    private static partial Regex Matched();

    [GeneratedRegex(@"^(?<name>\w+)(?:\{(?<labels>.*)\})? ")]
    private static partial Regex Series();
}
