using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>The drift score block by block, with the threshold, and the alarms with their onsets.</summary>
internal static class StreamTimeline
{
    /// <summary>Draws it.</summary>
    public static Html Of(WatchedStream stream)
    {
        var steps = stream.Watch.Steps.Select(item => (item.Block, item.Step)).ToArray();
        var blind = steps.Where(item => !item.Step.Score.IsDefined).ToArray();
        var picture = With(stream, stream.DriftAlarms, new(
            $"Drift score of {stream.Blocks.Blocks.Length} blocks against the threshold; {Count(stream.DriftAlarms.Count)} about drift",
            stream.Blocks.Blocks.Length,
            [
                new("threshold", stream.ByPlace(steps, step => step.Threshold)),
                new("value", stream.ByPlace(steps, step => step.Score.Value)),
            ])).Picture;
        return Html.Of(
            $"""
            <figure>
            <figcaption><span>Drift score: the greatest deviation of any column over any window. Dashed: the threshold. Shaded: from an alarm's onset to its end. Upright: where it was raised.</span></figcaption>
            {picture}
            </figure>
            {(blind.Length == 0 ? default : Html.Of($"""<p class="soft">{blind.Length:N0} blocks have no score: {string.Join("; ", blind.Select(item => item.Step.Score.Reason).Distinct().Take(3))}.</p>"""))}
            """);
    }

    /// <summary>A timeline with alarms and rows.</summary>
    public static Timeline With(WatchedStream stream, IReadOnlyList<BlockAlarm> alarms, Timeline timeline) => timeline with
    {
        Shades = [.. alarms.Select(alarm => (stream.PlaceOf(alarm.OnsetRow), alarm.ResolvedRow is { } row ? stream.PlaceOf(row) : timeline.Length - 1))],
        Raised = [.. alarms.Select(alarm => stream.PlaceOf(alarm.Row))],
        Ticks = [stream.NameOf(stream.Blocks.Order[0]), stream.NameOf(stream.Blocks.Order[^1])],
    };

    private static string Count(int alarms) => alarms == 1 ? "1 alarm" : $"{alarms} alarms";
}
