using Confluent.Kafka;
using SynthMonitor.Kafka.Log;
using TopicPartition = SynthMonitor.Kafka.Log.TopicPartition;

namespace SynthMonitor.Kafka.Client;

/// <summary>Reads a stretch of one partition outside of any group; used by one thread at a time.</summary>
internal sealed class KafkaReader : IDisposable
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly KafkaBytes key = new();
    private readonly KafkaBytes value = new();
    private readonly IConsumer<int, int> consumer;
    private readonly KafkaReachability reachability;
    private readonly TimeProvider time;

    public KafkaReader(KafkaClients clients, KafkaReachability reachability, TimeProvider time)
    {
        this.reachability = reachability;
        this.time = time;
        consumer = clients.Consumer("synthmonitor.reader", withTopics: false, key, value).Build();
    }

    /// <summary>Delivers the records of [from, end) that are there.</summary>
    public void Read(TopicPartition partition, long from, long end, RecordHandler handler, CancellationToken cancellation)
    {
        Assign(partition, from);
        var lastProgress = time.GetTimestamp();
        for (var position = from; position < end;)
        {
            cancellation.ThrowIfCancellationRequested();
            var result = Take(partition, ref position);
            if (result is null)
            {
                if (time.GetElapsedTime(lastProgress) > Patience)
                {
                    throw new LogUnavailableException($"{partition} cannot be read at {position}");
                }

                continue;
            }

            lastProgress = time.GetTimestamp();
            reachability.Reached();
            position = result.Offset.Value + 1;
            if (!result.IsPartitionEOF && result.Offset.Value < end)
            {
                handler(new LogRecord(
                    partition, result.Offset.Value, result.Message.Timestamp.UnixTimestampMs, key.Span, value.Span, value.IsNull));
            }
        }

        consumer.Unassign();
    }

    public void Dispose() => consumer.Dispose();

    private ConsumeResult<int, int>? Take(TopicPartition partition, ref long position)
    {
        try
        {
            return consumer.Consume(Slice);
        }
        catch (ConsumeException failure) when (KafkaErrors.IsOutOfRange(failure.Error.Code))
        {
            // Retention has passed the position meanwhile.
            position = consumer.QueryWatermarkOffsets(new(partition.Topic, partition.Partition), KafkaRequests.Attempt).Low.Value;
            Assign(partition, position);
            return null;
        }
        catch (ConsumeException failure) when (KafkaErrors.IsPassing(failure.Error.Code))
        {
            return null;
        }
    }

    private void Assign(TopicPartition partition, long offset) =>
        consumer.Assign(new TopicPartitionOffset(partition.Topic, partition.Partition, offset));
}
