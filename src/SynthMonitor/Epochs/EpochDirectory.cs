using System.Text;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Epochs;

/// <summary>Follows the <c>state</c> topic for the epochs that analyze has begun for one monitor.</summary>
public sealed class EpochDirectory(ILog log, InternalTopics topics, string monitor)
{
    private readonly TopicPartition partition = topics.Of(topics.State, monitor);
    private readonly SortedDictionary<int, EpochStart> starts = [];
    private long? position;

    /// <summary>The latest epoch known, or null.</summary>
    public EpochStart? Latest => starts.Count == 0 ? null : starts.Values.Last();

    /// <summary>The key of an epoch's start.</summary>
    public static byte[] KeyOf(string monitor, int epoch) => Encoding.UTF8.GetBytes($"epoch/{monitor}/{epoch}");

    /// <summary>Reads what has come since the last time.</summary>
    public void Refresh()
    {
        position ??= log.Start(partition);
        var end = log.End(partition);
        if (end > position)
        {
            log.Read(partition, position.Value, end, Take);
            position = end;
        }
    }

    /// <summary>The start of an epoch that is known to have begun, or null where it is not on the log yet.</summary>
    public EpochStart? Find(int epoch)
    {
        if (!starts.ContainsKey(epoch))
        {
            Refresh();
        }

        return starts.GetValueOrDefault(epoch);
    }

    private void Take(in LogRecord record)
    {
        if (!record.IsTombstone && record.Key.StartsWith(Encoding.UTF8.GetBytes($"epoch/{monitor}/")))
        {
            var start = EpochStart.FromBytes(record.Value);
            starts[start.Epoch] = start;
        }
    }
}
