using Confluent.Kafka;
using SynthMonitor.Kafka.Client;

namespace SynthMonitor.Benchmarks.Ingest;

/// <summary>
/// The least that Confluent.Kafka can do with a record: consume it, with ingest's own settings for fetching, and look at its length.
/// </summary>
internal sealed class BareLoop : IDeserializer<int>
{
    public static void Read(string servers, string topic, int partitions, Func<int, bool> progress)
    {
        var length = new BareLoop();
        using var consumer = new ConsumerBuilder<Ignore, int>(new KafkaProperties(servers).ForConsumer("bare", withTopics: false))
            .SetValueDeserializer(length)
            .Build();
        consumer.Assign(Enumerable.Range(0, partitions).Select(partition => new TopicPartitionOffset(topic, partition, 0)));
        for (var records = 0; progress(records);)
        {
            if (consumer.Consume(TimeSpan.FromSeconds(1)) is { IsPartitionEOF: false })
            {
                records++;
            }
        }
    }

    public int Deserialize(ReadOnlySpan<byte> data, bool isNull, SerializationContext context) => data.Length;
}
