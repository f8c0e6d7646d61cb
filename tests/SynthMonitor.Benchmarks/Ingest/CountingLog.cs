using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Benchmarks.Ingest;

/// <summary>Counts what the consumers of a log are handed.</summary>
internal sealed class CountingLog(ILog log) : ILog
{
    /// <summary>Records, and the few events between them.</summary>
    public int Polled { get; private set; }

    public int? Partitions(string topic) => log.Partitions(topic);

    public void Ensure(TopicSpecification topic) => log.Ensure(topic);

    public long Start(TopicPartition partition) => log.Start(partition);

    public long End(TopicPartition partition) => log.End(partition);

    public long OffsetFor(TopicPartition partition, long timestamp) => log.OffsetFor(partition, timestamp);

    public void Read(TopicPartition partition, long from, long? until, RecordHandler handler, CancellationToken cancellation = default) =>
        log.Read(partition, from, until, handler, cancellation);

    public ILogConsumer Join(string group, IReadOnlyList<string> topics) => new Consumer(this, log.Join(group, topics));

    public ILogProducer CreateProducer() => log.CreateProducer();

    public void Dispose() => log.Dispose();

    private sealed class Consumer(CountingLog counting, ILogConsumer consumer) : ILogConsumer
    {
        public int Poll(TimeSpan wait, int maximum, IConsumerHandler handler)
        {
            var polled = consumer.Poll(wait, maximum, handler);
            counting.Polled += polled;
            return polled;
        }

        public long? Committed(TopicPartition partition) => consumer.Committed(partition);

        public bool Commit(TopicPartition partition, long offset) => consumer.Commit(partition, offset);

        public void Seek(TopicPartition partition, long offset) => consumer.Seek(partition, offset);

        public void Pause(TopicPartition partition) => consumer.Pause(partition);

        public void Resume(TopicPartition partition) => consumer.Resume(partition);

        public void Dispose() => consumer.Dispose();
    }
}
