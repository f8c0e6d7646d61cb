using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>Each column's strongest evidence over the whole stream.</summary>
internal static class StreamColumns
{
    /// <summary>Makes the table.</summary>
    public static Html Of(WatchedStream stream)
    {
        var strongest = stream.Watch.Steps
            .SelectMany(item => item.Step.Channels.Select(channel => (item.Block, item.Step.Threshold, Channel: channel)))
            .GroupBy(item => item.Channel.Name, (_, items) => items.MaxBy(item => item.Channel.Z))
            .OrderByDescending(item => item.Channel.Z);
        return Html.Of(
            $"""
            {ReportTable.Of(
                "Where each column deviated most; the strongest first. A score above the threshold raises an alarm if the effect reaches its floor",
                ["Column", "Score", "Threshold", "Effect", "Floor", "Window", "Up to"],
                strongest.Select(item => RowOf(item.Channel, item.Threshold, stream.NameOf(stream.Blocks.Order[item.Block.End - 1]))))}
            <p class="soft">Every block's figures for each column: --windows.</p>
            """);
    }

    private static Html[] RowOf(ChannelStep channel, double threshold, string row) =>
    [
        Html.Of($"{channel.Name}"),
        Html.Of($"{channel.Z:0.0;−0.0}"),
        Html.Of($"{threshold:0.0}"),
        Html.Of($"{channel.Effect:F3} {channel.EffectName}"),
        Html.Of($"{channel.Floor:G3}"),
        Html.Of($"{Figure.Blocks(channel.Scale)}"),
        Html.Of($"{row}"),
    ];
}
