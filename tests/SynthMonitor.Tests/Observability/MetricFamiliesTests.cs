using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Observability;

/// <summary>The conventions of Prometheus for names, units and help, as its tool checks them.</summary>
public sealed partial class MetricFamiliesTests
{
    private static readonly string[] Units = ["seconds", "records", "ratio", "info", "rows", "bytes"];

    /// <summary>Gauges of a quantity without a unit, by contract.</summary>
    private static readonly string[] Unitless =
    [
        "drift_score", "drift_effect", "drift_threshold", "drift_detected", "performance", "incidents_open", "response_running",
    ];

    private readonly List<(string Name, string Type, string Help)> families;

    public MetricFamiliesTests()
    {
        var metrics = new Metrics(new FakeTimeProvider());
        MetricsTests.Touch(metrics.Monitor("loans"));
        var text = Exposition.Text(metrics);
        families =
        [
            .. Family().Matches(text)
                .Select(match => (match.Groups["name"].Value, match.Groups["type"].Value, match.Groups["help"].Value))
                .Where(family => !OfTheRuntime().IsMatch(family.Item1)),
        ];
    }

    [Fact]
    public void The_names_of_the_contract_are_there()
    {
        string[] contract =
        [
            "records_total", "watermark_timestamp_seconds", "last_record_timestamp_seconds", "consumer_lag_records",
            "blocks_evaluated_total", "drift_score", "drift_effect", "drift_threshold", "drift_detected", "performance", "label_coverage_ratio",
            "label_delay_seconds", "incidents_total", "incidents_open", "responses_total", "responses_suppressed_total", "response_running",
            "response_duration_seconds", "promotions_total", "rollbacks_total", "synthetic_rows_total", "snapshot_age_seconds",
            "restores_total", "config_reloads_total", "build_info",
        ];

        Assert.Empty(contract.Select(name => "synthmonitor_" + name).Except(families.Select(family => family.Name)));
    }

    [Fact]
    public void Every_name_has_the_prefix_and_is_snake_case() =>
        Assert.All(families, family => Assert.Matches("^synthmonitor_[a-z]+(_[a-z]+)*$", family.Name));

    [Fact]
    public void Counters_and_they_alone_end_in_total() =>
        Assert.All(families, family => Assert.Equal(family.Type == "counter", family.Name.EndsWith("_total", StringComparison.Ordinal)));

    [Fact]
    public void Gauges_and_histograms_end_in_a_base_unit_unless_they_have_none() => Assert.All(
        families.Where(family => family.Type != "counter" && !Unitless.Contains(family.Name["synthmonitor_".Length..])),
        family => Assert.Contains(family.Name[(family.Name.LastIndexOf('_') + 1)..], Units));

    [Fact]
    public void Names_do_not_hold_their_type_or_a_reserved_ending() =>
        Assert.All(families, family => Assert.DoesNotMatch("(_gauge|_counter|_histogram|_count|_sum|_bucket)$", family.Name));

    [Fact]
    public void Every_help_is_a_sentence() => Assert.All(families, family => Assert.Matches(@"^[A-Z1].+\.$", family.Help));

    [GeneratedRegex("^(process|dotnet)_")]
    private static partial Regex OfTheRuntime();

    [GeneratedRegex("^# HELP (?<name>[^ ]+) (?<help>.*)\n# TYPE [^ ]+ (?<type>[a-z]+)$", RegexOptions.Multiline)]
    private static partial Regex Family();
}
