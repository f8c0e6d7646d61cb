using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Ingest;

/// <summary>
/// Keeps the partitions of one owner together in event time, so that blocks that wait for the slowest stay few: one that is too far ahead
/// is not read until the slowest has caught up by half. Empty blocks cost nothing and do not count; an idle partition is not waited for.
/// Features wait for features alone: windows do not need labels, which may come days later.
/// </summary>
internal static class Pacing
{
    /// <summary>Pauses and resumes partitions.</summary>
    /// <param name="owned">The partitions of one owner.</param>
    /// <param name="maximum">So many blocks with rows may a partition be ahead of the slowest.</param>
    /// <param name="consumer">Who reads them.</param>
    public static void Apply(IReadOnlyList<OwnedPartition> owned, int maximum, ILogConsumer consumer)
    {
        var slowestFeatures = Slowest(owned.Where(IsFeatures));
        var slowest = Slowest(owned);
        foreach (var partition in owned)
        {
            var ahead = partition.Ingest.BlocksAhead(IsFeatures(partition) ? slowestFeatures : slowest);
            if (!partition.IsPaused && ahead > maximum)
            {
                consumer.Pause(partition.Partition);
                partition.IsPaused = true;
            }
            else if (partition.IsPaused && ahead <= maximum / 2)
            {
                consumer.Resume(partition.Partition);
                partition.IsPaused = false;
            }
        }
    }

    private static bool IsFeatures(OwnedPartition partition) => partition.Ingest.Source.Kind == SourceKind.Features;

    private static long Slowest(IEnumerable<OwnedPartition> partitions) => partitions
        .Where(partition => !partition.Ingest.IsIdle)
        .Select(partition => partition.Ingest.WatermarkBlock ?? long.MinValue)
        .DefaultIfEmpty(long.MaxValue)
        .Min();
}
