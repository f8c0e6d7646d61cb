using System.Globalization;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>What the monitor found in a file, block by block, as a page.</summary>
internal static class StreamPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="files">What was compared.</param>
    /// <param name="stream">What was watched.</param>
    public static ReportPage Of(CheckedFiles files, WatchedStream stream)
    {
        var alarms = stream.Watch.Alarms;
        List<ReportSection> sections = [new("Timeline", StreamTimeline.Of(stream))];
        if (alarms.Count > 0)
        {
            sections.Add(new("Alarms", AlarmSection.Of(stream)));
        }

        if (stream.Watch.PerformanceSteps.Count > 0)
        {
            sections.Add(new("Performance", PerformanceSection.Of(stream)));
        }

        sections.Add(new("Columns", StreamColumns.Of(stream)));
        sections.Add(new("What could not be found", StreamLimits.Of(stream)));
        sections.Add(new("How it was computed", StreamMethod.Of(stream)));
        return new(
            files.Title,
            new(
                alarms.Count == 0 ? "No alarm" : alarms.Count == 1 ? "1 alarm" : $"{alarms.Count} alarms",
                Sentence(stream),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{stream.Blocks.Table.Rows:N0} rows in {stream.Blocks.Blocks.Length:N0} blocks of about {stream.Blocks.UsualRows:N0}; budget {stream.Options.Budget.PerBlock:G3} false alarms a block"),
                alarms.Count == 0),
            sections);
    }

    private static string Sentence(WatchedStream stream)
    {
        if (stream.Watch.Alarms is not [var first, ..])
        {
            return "Nothing differs from the reference by more than chance and the budget allow.";
        }

        var what = first.ErrorRate is { } error
            ? string.Create(CultureInfo.InvariantCulture, $"the error rate rose from {error.Before:0.0%} to {error.Since:0.0%}")
            : first.Columns is [var foremost, ..] ? $"the data drifted, most of all in {foremost.Name}" : "the data drifted";
        var end = first.ResolvedRow is { } resolved ? $", back since {stream.NameOf(resolved)}" : "";
        return $"Since {stream.NameOf(first.OnsetRow)} {what}: noticed at {stream.NameOf(first.Row)}{end}.";
    }
}
