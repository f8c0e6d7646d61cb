using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Commands.Replay;

/// <summary>A log whose producers ask to stop once they were given some records.</summary>
internal sealed class StopAfter(ILog log, int records, CancellationTokenSource source) : ILog
{
    public int? Partitions(string topic) => log.Partitions(topic);

    public void Ensure(TopicSpecification topic) => log.Ensure(topic);

    public long Start(TopicPartition partition) => log.Start(partition);

    public long End(TopicPartition partition) => log.End(partition);

    public long OffsetFor(TopicPartition partition, long timestamp) => log.OffsetFor(partition, timestamp);

    public void Read(TopicPartition partition, long from, long? until, RecordHandler handler, CancellationToken cancellation = default) =>
        log.Read(partition, from, until, handler, cancellation);

    public ILogConsumer Join(string group, IReadOnlyList<string> topics) => log.Join(group, topics);

    public ILogProducer CreateProducer() => new Producer(log.CreateProducer(), records, source);

    public void Dispose()
    {
    }

    private sealed class Producer(ILogProducer producer, int records, CancellationTokenSource source) : ILogProducer
    {
        private int appended;

        public void Append(TopicPartition partition, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, IReadOnlyList<LogHeader>? headers = null)
        {
            producer.Append(partition, key, value, headers);
            if (++appended == records)
            {
                source.Cancel();
            }
        }

        public void AppendTombstone(TopicPartition partition, ReadOnlySpan<byte> key) => producer.AppendTombstone(partition, key);

        public void Flush(CancellationToken cancellation = default) => producer.Flush(cancellation);

        public void Dispose() => producer.Dispose();
    }
}
