using System.Collections.Frozen;
using SynthMonitor.Configuration.Reading;

namespace SynthMonitor.Configuration.Validation;

/// <summary>Settings that the promises of the daemon rest on cannot be overridden by <c>kafka.properties</c>.</summary>
internal sealed class KafkaPropertiesValidator : IConfigurationValidator
{
    private static readonly FrozenDictionary<string, string> Fixed = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bootstrap.servers"] = "kafka.bootstrapServers says it",
        ["metadata.broker.list"] = "kafka.bootstrapServers says it",
        ["group.id"] = "each epoch has a consumer group of its own",
        ["group.protocol"] = "partitions are shared out by range assignment",
        ["partition.assignment.strategy"] = "partitions are shared out by range assignment",
        ["enable.auto.commit"] = "offsets are committed at the starts of chunks only",
        ["enable.auto.offset.store"] = "offsets are committed at the starts of chunks only",
        ["auto.offset.reset"] = "reading starts where the ledger says",
        ["enable.partition.eof"] = "idleness is seen at the end of a partition",
        ["enable.idempotence"] = "producers keep the order without gaps",
        ["enable.gapless.guarantee"] = "producers keep the order without gaps",
        ["acks"] = "producers keep the order without gaps",
        ["request.required.acks"] = "producers keep the order without gaps",
        ["message.timeout.ms"] = "records are never given up",
        ["delivery.timeout.ms"] = "records are never given up",
        ["partitioner"] = "the partition of a key is the same for every program",
        ["transactional.id"] = "transactions are not used",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Validate(SynthMonitorConfiguration configuration, ReadContext context)
    {
        foreach (var name in configuration.Kafka.Properties.Keys.Where(Fixed.ContainsKey))
        {
            context.Fail($"kafka.properties.{name}", $"cannot be set: {Fixed[name]}; expected another setting of librdkafka");
        }
    }
}
