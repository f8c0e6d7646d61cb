namespace SynthMonitor.Kafka.Client;

/// <summary>What the Kafka client logs.</summary>
internal static partial class KafkaMessages
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Warning, Message = "No Kafka broker can be reached, trying on: {Reason}")]
    public static partial void Unreachable(ILogger logger, string reason);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "Still no Kafka broker can be reached after {Duration}: {Reason}")]
    public static partial void StillUnreachable(ILogger logger, TimeSpan duration, string reason);

    [LoggerMessage(EventId = 102, Level = LogLevel.Information, Message = "Kafka can be reached again after {Duration}")]
    public static partial void ReachableAgain(ILogger logger, TimeSpan duration);

    [LoggerMessage(EventId = 103, Level = LogLevel.Information, Message = "Group {Group}: assigned {Partitions}")]
    public static partial void Assigned(ILogger logger, string group, IEnumerable<Confluent.Kafka.TopicPartition> partitions);

    [LoggerMessage(EventId = 104, Level = LogLevel.Information, Message = "Group {Group}: gave back {Partitions}")]
    public static partial void Revoked(ILogger logger, string group, IEnumerable<Confluent.Kafka.TopicPartition> partitions);

    [LoggerMessage(EventId = 105, Level = LogLevel.Warning, Message = "Group {Group}: lost {Partitions}")]
    public static partial void Lost(ILogger logger, string group, IEnumerable<Confluent.Kafka.TopicPartition> partitions);

    [LoggerMessage(EventId = 106, Level = LogLevel.Warning, Message = "Group {Group}: the commit of {Partition} at {Offset} was refused: {Reason}")]
    public static partial void CommitRefused(ILogger logger, string group, string partition, long offset, string reason);

    [LoggerMessage(EventId = 107, Level = LogLevel.Warning, Message = "Kafka client {Client}: {Message}")]
    public static partial void Client(ILogger logger, string client, string message);

    [LoggerMessage(EventId = 108, Level = LogLevel.Debug, Message = "Kafka client {Client}: {Message}")]
    public static partial void ClientDetail(ILogger logger, string client, string message);

    [LoggerMessage(EventId = 109, Level = LogLevel.Warning, Message = "Group {Group}: {Reason}; polling on")]
    public static partial void ReadFailed(ILogger logger, string group, string reason);
}
