using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>What the monitor could not have found in a stream.</summary>
internal static class StreamLimits
{
    /// <summary>Says it.</summary>
    public static Html Of(WatchedStream stream) => Html.Of(
        $"""
        <ul>
        {Lines(stream).Select(line => Html.Of($"<li>{line}</li>\n"))}
        </ul>
        """);

    private static IEnumerable<string> Lines(WatchedStream stream)
    {
        var (options, reference, steps) = (stream.Options, stream.Reference, stream.Watch.Steps);
        var longest = options.Scales(reference.Rows)[^1];
        yield return FormattableString.Invariant(
            $"Shifts below {options.NumberFloor:G3} standard deviations of a column of numbers, and changes below {options.NameFloor:0.0%} of the rows in one of names: they never raise an alarm.");
        yield return FormattableString.Invariant(
            $"Changes that are over within a block, and slow ones that do not show in {longest} blocks ({(long)longest * options.RowsPerBlock:N0} rows, the longest window for a reference of {reference.Rows:N0}).");
        var watched = steps.SelectMany(item => item.Step.Channels.Select(channel => channel.Name)).ToHashSet(StringComparer.Ordinal);
        string[] unwatched = [.. reference.Schema.Columns.Select(column => column.Name).Where(name => !watched.Contains(name))];
        yield return $"Not watched: {(unwatched.Length == 0 ? "no column" : string.Join(", ", unwatched))}.";
        if (stream.Watch.PerformanceSteps.Count == 0)
        {
            yield return "Whether the model is still right: that takes --score and --label.";
        }

        var silent = steps.Count(item => !item.Step.Score.IsDefined) + (stream.Blocks.Blocks.Length - steps.Count);
        if (silent > 0)
        {
            yield return FormattableString.Invariant($"Anything in the {silent:N0} blocks without a verdict.");
        }

        if (stream.Blocks.WithoutTime(stream.File) is var left and > 0)
        {
            yield return FormattableString.Invariant($"Anything in the {left:N0} rows without a time.");
        }

        if (options.AfterAlarm == AfterAlarm.Hold && stream.DriftAlarms.Count > 0)
        {
            yield return "Another drift while an alarm is on: it changes that alarm's columns and raises none of its own (--after-alarm rebase would).";
        }

        foreach (var warning in stream.Watch.Calibration.Warnings)
        {
            yield return $"Take care: {warning}.";
        }
    }
}
