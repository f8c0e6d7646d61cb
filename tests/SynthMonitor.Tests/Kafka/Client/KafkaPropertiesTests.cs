using SynthMonitor.Kafka.Client;

namespace SynthMonitor.Tests.Kafka.Client;

public sealed class KafkaPropertiesTests
{
    [Fact]
    public void The_users_settings_reach_every_client_over_the_defaults()
    {
        var properties = new KafkaProperties("host:9092", new Dictionary<string, string>
        {
            ["security.protocol"] = "SASL_SSL",
            ["fetch.min.bytes"] = "1",
            ["linger.ms"] = "50",
            ["session.timeout.ms"] = "6000",
        });
        var consumer = properties.ForConsumer("group", withTopics: false);
        var producer = properties.ForProducer();
        Assert.Equal(("SASL_SSL", "SASL_SSL", "SASL_SSL"), (consumer["security.protocol"], producer["security.protocol"], properties.ForAdministration()["security.protocol"]));
        Assert.Equal(("1", "6000", "50"), (consumer["fetch.min.bytes"], consumer["session.timeout.ms"], producer["linger.ms"]));
        Assert.Equal(("host:9092", "group"), (consumer["bootstrap.servers"], consumer["group.id"]));
    }

    [Fact]
    public void Correctness_rests_on_settings_that_are_always_there()
    {
        var properties = new KafkaProperties("host:9092");
        var consumer = properties.ForConsumer("group", withTopics: true);
        Assert.Equal(
            ("false", "error", "range", "read_committed", "true"),
            (consumer["enable.auto.commit"], consumer["auto.offset.reset"], consumer["partition.assignment.strategy"], consumer["isolation.level"], consumer["enable.partition.eof"]));
        var producer = properties.ForProducer();
        Assert.Equal(
            ("all", "true", "true", "0"),
            (producer["acks"], producer["enable.idempotence"], producer["enable.gapless.guarantee"], producer["message.timeout.ms"]));
    }

    [Fact]
    public void A_topic_is_named_only_where_it_is_asked_for()
    {
        var properties = new KafkaProperties("host:9092");
        Assert.Equal("timestamp", properties.ForConsumer("group", withTopics: false)["dotnet.consumer.consume.result.fields"]);
        Assert.Equal("timestamp,topic", properties.ForConsumer("group", withTopics: true)["dotnet.consumer.consume.result.fields"]);
    }

    [Fact]
    public void All_settings_that_are_not_the_users_are_named_at_once()
    {
        var user = new Dictionary<string, string> { ["group.id"] = "mine", ["acks"] = "1", ["linger.ms"] = "1" };
        var failure = Assert.Throws<ArgumentException>(() => new KafkaProperties("host:9092", user));
        Assert.StartsWith("'acks', 'group.id' is set by SynthMonitor itself; remove it", failure.Message, StringComparison.Ordinal);
    }
}
