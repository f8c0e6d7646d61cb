using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Embedded;

/// <summary>Records on their way to the log in memory.</summary>
public sealed class EmbeddedProducerTests : IDisposable
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeMilliseconds(1000));
    private readonly EmbeddedLog log;
    private readonly EmbeddedProducer producer;

    public EmbeddedProducerTests()
    {
        log = new EmbeddedLog(time, holdAppends: true);
        log.Ensure(new TopicSpecification("t", 2));
        producer = (EmbeddedProducer)log.CreateProducer();
    }

    public void Dispose()
    {
        producer.Dispose();
        log.Dispose();
    }

    [Fact]
    public void Held_records_arrive_when_they_are_let_through_in_the_order_of_their_partition()
    {
        Append(1, 10);
        Append(0, 20);
        Append(1, 11);
        Assert.Equal((2, 0, 0), (producer.HeldPartitions, log.End(new("t", 0)), log.End(new("t", 1))));
        producer.Deliver(1);
        Assert.Equal([10], Values(1));
        producer.Deliver(1);
        Assert.Equal([10, 11], Values(1));
        Assert.Equal((1, 0), (producer.HeldPartitions, log.End(new("t", 0))));
    }

    [Fact]
    public void A_flush_lets_everything_through()
    {
        Append(0, 1);
        Append(1, 2);
        Append(0, 3);
        producer.Flush(TestContext.Current.CancellationToken);
        Assert.Equal((0, 2, 1), (producer.HeldPartitions, log.End(new("t", 0)), log.End(new("t", 1))));
    }

    [Fact]
    public void What_a_producer_held_when_it_was_discarded_never_arrives()
    {
        Append(0, 1);
        producer.Dispose();
        Assert.Equal(0, log.End(new("t", 0)));
    }

    [Fact]
    public void A_record_bears_the_time_of_its_arrival_and_bytes_of_its_own()
    {
        byte[] value = [7];
        producer.Append(new("t", 0), [], value);
        value[0] = 8;
        time.Advance(TimeSpan.FromSeconds(1));
        producer.Flush(TestContext.Current.CancellationToken);
        var (timestamp, read) = (0L, new List<byte>());
        log.Read(
            new("t", 0),
            0,
            null,
            (in LogRecord record) =>
            {
                timestamp = record.Timestamp;
                read.AddRange(record.Value);
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(2000, timestamp);
        Assert.Equal([7], read);
    }

    private void Append(int partition, byte value) => producer.Append(new("t", partition), [], [value]);

    private List<int> Values(int partition)
    {
        var values = new List<int>();
        log.Read(new("t", partition), 0, null, (in LogRecord record) => values.Add(record.Value[0]), TestContext.Current.CancellationToken);
        return values;
    }
}
