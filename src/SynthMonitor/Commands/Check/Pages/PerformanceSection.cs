using SynthMonitor.Drift.Performance;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>The model's errors block by block, and its metrics.</summary>
internal static class PerformanceSection
{
    /// <summary>Shows them.</summary>
    public static Html Of(WatchedStream stream)
    {
        var (steps, length) = (stream.Watch.PerformanceSteps, stream.Blocks.Blocks.Length);
        var rate = new Timeline(
            $"Error rate of {length} blocks against the rate before",
            length,
            [
                new("baseline", stream.ByPlace(steps, step => step.Baseline.Value)),
                new("value", stream.ByPlace(steps, step => step.ErrorRate.Value)),
            ]);
        var auc = new Timeline($"AUC over the trailing blocks, for {length} blocks", length, [new("value", stream.ByPlace(steps, step => step.Realised.Auc.Value))]) { IsFromZero = false };
        return Html.Of(
            $"""
            <figure>
            <figcaption><span>Error rate of each block. Dotted: the rate of all blocks before. Shaded: alarms about it, from onset to end.</span></figcaption>
            {StreamTimeline.With(stream, stream.PerformanceAlarms, rate).Picture}
            </figure>
            <figure>
            <figcaption><span>AUC over the last {new PerformanceOptions(stream.Options.Budget).TrailingBlocks} blocks.</span></figcaption>
            {StreamTimeline.With(stream, stream.PerformanceAlarms, auc).Picture}
            </figure>
            {ReportTable.Of("The model's metrics", ["Rows of", "Labels", "Accuracy", "AUC", "Log-loss", "Brier", "Positive"], Rows(stream))}
            """);
    }

    private static IEnumerable<Html[]> Rows(WatchedStream stream)
    {
        if (stream.Reference.Outcomes is { Rows: > 0 } outcomes)
        {
            yield return RowOf("the reference", RealisedMetrics.Of(outcomes, new PerformanceOptions(stream.Options.Budget).Threshold));
        }

        foreach (var alarm in stream.PerformanceAlarms)
        {
            foreach (var (block, step) in stream.Watch.PerformanceSteps.Where(item => stream.PlaceOf(stream.Blocks.Order[item.Block.Start]) < stream.PlaceOf(alarm.OnsetRow)).TakeLast(1))
            {
                yield return RowOf($"the blocks up to {stream.NameOf(stream.Blocks.Order[block.End - 1])}", step.Realised);
            }
        }

        yield return RowOf("the last blocks", stream.Watch.PerformanceSteps[^1].Step.Realised);
    }

    private static Html[] RowOf(string name, RealisedMetrics metrics) =>
    [
        Html.Of($"{name}"),
        Html.Of($"{metrics.Rows:N0}"),
        Html.Of($"{Figure.Of(metrics.Accuracy, "0.0%")}"),
        Html.Of($"{Figure.Of(metrics.Auc, "F3")}"),
        Html.Of($"{Figure.Of(metrics.LogLoss, "F3")}"),
        Html.Of($"{Figure.Of(metrics.Brier, "F3")}"),
        Html.Of($"{Figure.Of(metrics.PositiveRate, "0.0%")}"),
    ];
}
