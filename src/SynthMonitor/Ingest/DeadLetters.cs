using System.Globalization;
using System.Text;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Ingest;

/// <summary>
/// Sends records that cannot be used to the <c>dead-letters</c> topic, as they were, with the reason and their origin. Of one that a topic
/// would refuse for its size the beginning is sent: the origin leads to the whole.
/// </summary>
internal sealed class DeadLetters(ILogProducer producer, InternalTopics topics, string monitor)
{
    /// <summary>The most bytes of a record that are sent.</summary>
    public const int MaximumBytes = 900_000;

    private readonly TopicPartition partition = topics.Of(topics.DeadLetters, monitor);
    private readonly byte[] key = Encoding.UTF8.GetBytes(monitor);

    /// <summary>Sends a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="reason">Why it cannot be used.</param>
    /// <param name="exception">What the parser said, or null.</param>
    public void Send(in LogRecord record, string reason, string? exception)
    {
        string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
        producer.Append(partition, key, record.Value[..Math.Min(record.Value.Length, MaximumBytes)],
        [
            new LogHeader("reason", reason),
            new LogHeader("exception", exception ?? ""),
            new LogHeader("topic", record.Source.Topic),
            new LogHeader("partition", Text(record.Source.Partition)),
            new LogHeader("offset", Text(record.Offset)),
            new LogHeader("timestamp", Text(record.Timestamp)),
            new LogHeader("monitor", monitor),
        ]);
    }
}
