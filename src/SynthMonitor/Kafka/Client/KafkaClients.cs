using Confluent.Kafka;

namespace SynthMonitor.Kafka.Client;

/// <summary>Makes clients that report outages to one place and log through one logger.</summary>
internal sealed class KafkaClients(KafkaProperties properties, KafkaReachability reachability, ILogger logger)
{
    public IAdminClient Administration() => new AdminClientBuilder(properties.ForAdministration())
        .SetErrorHandler((_, error) => Report(error))
        .SetLogHandler((_, message) => Log(message))
        .Build();

    public IProducer<byte[]?, byte[]?> Producer() => new ProducerBuilder<byte[]?, byte[]?>(properties.ForProducer())
        .SetErrorHandler((_, error) => Report(error))
        .SetLogHandler((_, message) => Log(message))
        .Build();

    /// <summary>A builder of a consumer whose keys and values land in the given buffers.</summary>
    public ConsumerBuilder<int, int> Consumer(string group, bool withTopics, KafkaBytes key, KafkaBytes value) =>
        new ConsumerBuilder<int, int>(properties.ForConsumer(group, withTopics))
            .SetKeyDeserializer(key)
            .SetValueDeserializer(value)
            .SetErrorHandler((_, error) => Report(error))
            .SetLogHandler((_, message) => Log(message));

    private void Report(Error error)
    {
        if (error.Code == ErrorCode.Local_AllBrokersDown)
        {
            reachability.Lost(error.Reason);
        }
        else if (KafkaErrors.IsUnreachable(error.Code))
        {
            reachability.Failed(error.Reason);
        }
        else
        {
            KafkaClientLog.Client(logger, "error", error.Reason);
        }
    }

    // Failed connections come as errors too, and settings of another kind of client are no fault of the user.
    private void Log(LogMessage message)
    {
        if (message.Level <= SyslogLevel.Warning && message.Facility is not ("FAIL" or "ERROR" or "CONFWARN"))
        {
            KafkaClientLog.Client(logger, message.Name, message.Message);
        }
        else
        {
            KafkaClientLog.ClientDetail(logger, message.Name, message.Message);
        }
    }
}
