using System.Globalization;
using SynthMonitor.Console;

namespace SynthMonitor.Demo;

/// <summary>A demo's report in a few lines.</summary>
internal static class DemoSummary
{
    /// <summary>Writes it.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="report">The report.</param>
    /// <param name="elapsed">How long the demo took.</param>
    public static void Write(Terminal terminal, DemoReport report, TimeSpan elapsed)
    {
        void Line(FormattableString text) => terminal.Line(text.ToString(CultureInfo.InvariantCulture));
        terminal.Line();
        Line($"{report.Rows:N0} rows in {elapsed.TotalSeconds:F0} s: {Counts(report)}");
        foreach (var incident in report.Incidents)
        {
            Line($"incident ({incident.Kind}) {incident.Diagnosis}: since row {incident.OnsetRow:N0}, raised by row {incident.RaisedRow:N0}");
        }

        foreach (var retrain in report.Retrains)
        {
            var challenger = retrain.Challenger is { } auc ? string.Create(CultureInfo.InvariantCulture, $" → {auc:F4}") : "";
            Line($"retrained: {retrain.Verdict} ({retrain.Recipe}), AUC {retrain.Champion:F4}{challenger} on real rows after the change");
        }

        string[] quality =
        [
            .. new (string When, double? Auc)[] { ("before", report.Quality.Before), ("during", report.Quality.During), ("after", report.Quality.After) }
                .Where(span => span.Auc is not null)
                .Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.When} {span.Auc:F4}")),
        ];
        if (quality.Length > 0)
        {
            Line($"AUC {string.Join(", ", quality)}");
        }
    }

    private static string Counts(DemoReport report)
    {
        var counts = report.Conservation;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Accepted:N0} accepted, {counts.Late:N0} late, {counts.Rejected:N0} rejected, {counts.DeadLettered:N0} dead-lettered; {report.OpenRows:N0} in blocks still open");
    }
}
