using System.Text;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Log;

/// <summary>A record that outlives the call that delivered it.</summary>
public sealed record ReadRecord(TopicPartition Source, long Offset, long Timestamp, string Key, string Value, bool IsTombstone)
{
    public ReadRecord(in LogRecord record)
        : this(
            record.Source, record.Offset, record.Timestamp, Encoding.UTF8.GetString(record.Key), Encoding.UTF8.GetString(record.Value), record.IsTombstone)
    {
    }
}
