using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Kafka;

/// <summary>A log in memory whose producers break when they are told to: nothing that is appended then arrives.</summary>
internal sealed class BreakableLog(EmbeddedLog log) : ILog
{
    /// <summary>Whether producers that are made from now on, or were made, fail.</summary>
    public bool IsBroken { get; set; }

    /// <summary>What producers throw while they are broken.</summary>
    public Exception Fault { get; set; } = new LogDeliveryException("the broker is gone");

    /// <summary>Producers made so far.</summary>
    public int Producers { get; private set; }

    public int? Partitions(string topic) => log.Partitions(topic);

    public void Ensure(TopicSpecification topic) => log.Ensure(topic);

    public long Start(TopicPartition partition) => log.Start(partition);

    public long End(TopicPartition partition) => log.End(partition);

    public long OffsetFor(TopicPartition partition, long timestamp) => log.OffsetFor(partition, timestamp);

    public void Read(TopicPartition partition, long from, long? until, RecordHandler handler, CancellationToken cancellation = default) =>
        log.Read(partition, from, until, handler, cancellation);

    public ILogConsumer Join(string group, IReadOnlyList<string> topics) => log.Join(group, topics);

    public ILogProducer CreateProducer()
    {
        Producers++;
        return new Producer(this, log.CreateProducer());
    }

    public void Dispose() => log.Dispose();

    private sealed class Producer(BreakableLog log, ILogProducer inner) : ILogProducer
    {
        public void Append(TopicPartition partition, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, IReadOnlyList<LogHeader>? headers = null)
        {
            Check();
            inner.Append(partition, key, value, headers);
        }

        public void AppendTombstone(TopicPartition partition, ReadOnlySpan<byte> key)
        {
            Check();
            inner.AppendTombstone(partition, key);
        }

        public void Flush(CancellationToken cancellation = default)
        {
            Check();
            inner.Flush(cancellation);
        }

        public void Dispose() => inner.Dispose();

        private void Check()
        {
            if (log.IsBroken)
            {
                throw log.Fault;
            }
        }
    }
}
