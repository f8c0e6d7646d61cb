using Confluent.Kafka;
using SynthMonitor.Kafka.Client;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Tests.Kafka.Log;
using TopicPartition = SynthMonitor.Kafka.Log.TopicPartition;

namespace SynthMonitor.Tests.Kafka.Client;

/// <summary>
/// What librdkafka's mock cluster can carry without a broker: appending, reading, a group with its commits. The conformance suite proves
/// the rest on real Kafka.
/// </summary>
public sealed class KafkaLogTests : IDisposable
{
    private readonly IAdminClient cluster = new AdminClientBuilder(
        new Dictionary<string, string> { ["bootstrap.servers"] = "mock", ["test.mock.num.brokers"] = "1" }).SetLogHandler((_, _) => { }).Build();

    private readonly ListLogger logger = new();

    [Fact]
    public void Records_are_appended_read_and_committed_on_a_mock_cluster()
    {
        using var log = Open();
        TopicPartition partition = new("records", 1);
        using (var producer = log.CreateProducer())
        {
            producer.Append(partition, "key"u8, "value"u8);
            producer.Append(partition, [], "second"u8);
            producer.Flush(TestContext.Current.CancellationToken);
        }

        Assert.Equal((0, 2), (log.Start(partition), log.End(partition)));
        using var member = log.Join("group", ["records"]);
        var handler = new RecordingHandler();
        Polling.Until(() => handler.Ends.Count == 4, (member, handler));
        Assert.Equal(["value", "second"], handler.Values(partition));
        Assert.True(member.Commit(partition, 2));
        Assert.Equal(2, member.Committed(partition));
        Assert.Contains("Group group: assigned records[0], records[1], records[2], records[3]", logger.Lines);
    }

    [Fact]
    public void A_member_without_a_broker_says_so_and_can_be_polled_on()
    {
        using var log = new KafkaLog(new KafkaProperties("127.0.0.1:1"), logger, TimeProvider.System);
        using var member = log.Join("group", ["records"]);
        var handler = new RecordingHandler();
        var refused = 0;
        for (var start = TimeProvider.System.GetTimestamp(); refused < 3 || logger.Lines.Count == 0;)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(60));
            refused += Record.Exception(() => member.Poll(TimeSpan.FromMilliseconds(20), 10, handler)) is LogUnavailableException ? 1 : 0;
        }

        Assert.Single(logger.Lines, line => line.StartsWith("No Kafka broker can be reached, trying on: ", StringComparison.Ordinal));
        Assert.Contains("refused", logger.Lines.First(line => line.StartsWith("No Kafka", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_waits_for_a_cluster_that_is_away_once_the_log_is_closed()
    {
        using var log = new KafkaLog(new KafkaProperties("127.0.0.1:1"), logger, TimeProvider.System);
        using var producer = log.CreateProducer();
        TopicPartition partition = new("records", 0);
        producer.Append(partition, [], "value"u8);
        log.CloseAfter(TimeSpan.FromMilliseconds(1));
        Assert.Throws<LogDeliveryException>(() => producer.Flush(TestContext.Current.CancellationToken));
        Assert.Throws<LogUnavailableException>(() => log.End(partition));
    }

    [Fact]
    public void A_setting_that_librdkafka_does_not_know_is_refused_with_its_name()
    {
        var properties = new KafkaProperties("host:9092", new Dictionary<string, string> { ["no.such.setting"] = "1" });
        var failure = Assert.Throws<InvalidOperationException>(() => new KafkaLog(properties, logger, TimeProvider.System));
        Assert.Contains("no.such.setting", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_with_a_wrong_value_is_refused_with_its_name()
    {
        var properties = new KafkaProperties("host:9092", new Dictionary<string, string> { ["security.protocol"] = "carrier pigeon" });
        var failure = Assert.Throws<ArgumentException>(() => new KafkaLog(properties, logger, TimeProvider.System));
        Assert.Contains("security.protocol", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => cluster.Dispose();

    private KafkaLog Open()
    {
        var broker = cluster.GetMetadata(TimeSpan.FromSeconds(10)).Brokers[0];
        return new KafkaLog(new KafkaProperties($"{broker.Host}:{broker.Port}"), logger, TimeProvider.System);
    }
}
