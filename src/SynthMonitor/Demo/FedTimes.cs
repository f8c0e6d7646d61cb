using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Demo;

/// <summary>How far what was fed lets blocks close: up to the least of the source partitions' greatest event times, as nothing is late.</summary>
/// <param name="blocks">The blocks.</param>
/// <param name="partitions">The partitions of the features' topic, and of the labels'.</param>
internal sealed class FedTimes(BlockTime blocks, int partitions)
{
    private readonly long[] features = [.. Enumerable.Repeat(long.MinValue, partitions)];
    private readonly long[] labels = [.. Enumerable.Repeat(long.MinValue, partitions)];

    /// <summary>The first block of features that stays open; <see cref="long.MinValue"/> where none can close.</summary>
    public long NextBlock => Of(features.Min());

    /// <summary>The first block of outcomes that stays open; <see cref="long.MinValue"/> where none can close.</summary>
    public long NextOutcomeBlock => Of(Math.Min(features.Min(), labels.Min()));

    /// <summary>A record was fed.</summary>
    public void Add(SourceKind kind, int partition, long time)
    {
        var times = kind == SourceKind.Features ? features : labels;
        times[partition] = Math.Max(times[partition], time);
    }

    private long Of(long time) => time == long.MinValue ? long.MinValue : blocks.Of(time);
}
