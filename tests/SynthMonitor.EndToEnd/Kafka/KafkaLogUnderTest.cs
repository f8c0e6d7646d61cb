using Confluent.Kafka;
using Microsoft.Extensions.Logging.Abstractions;
using SynthMonitor.Kafka.Client;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Tests.Kafka.Log;
using TopicPartition = SynthMonitor.Kafka.Log.TopicPartition;

namespace SynthMonitor.EndToEnd.Kafka;

/// <summary>The conformance tests' log on a real broker.</summary>
public sealed class KafkaLogUnderTest : LogUnderTest, IDisposable
{
    private static readonly Dictionary<string, string> Impatient = new()
    {
        ["session.timeout.ms"] = "6000",
        ["max.poll.interval.ms"] = "6000",
    };

    private readonly string servers;
    private readonly KafkaLog log;
    private readonly KafkaLog impatient;

    public KafkaLogUnderTest(string servers)
    {
        this.servers = servers;
        log = new KafkaLog(new KafkaProperties(servers), NullLogger.Instance, TimeProvider.System);
        impatient = new KafkaLog(new KafkaProperties(servers, Impatient), NullLogger.Instance, TimeProvider.System);
    }

    /// <inheritdoc/>
    public override ILog Log => log;

    /// <inheritdoc/>
    public override ILogConsumer JoinExpendable(string group, IReadOnlyList<string> topics) => impatient.Join(group, topics);

    /// <summary>Nothing to do: a member that is not polled leaves after its longest interval between polls.</summary>
    public override void Expire(ILogConsumer member)
    {
    }

    /// <inheritdoc/>
    public override void DropOldest(TopicPartition partition)
    {
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = servers }).Build();
        admin.DeleteRecordsAsync([new TopicPartitionOffset(partition.Topic, partition.Partition, 4)]).GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        log.Dispose();
        impatient.Dispose();
    }
}
