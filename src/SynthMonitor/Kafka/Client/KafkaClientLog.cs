using SynthMonitor.Observability;

namespace SynthMonitor.Kafka.Client;

/// <summary>What the Kafka client logs.</summary>
internal static partial class KafkaClientLog
{
    [LoggerMessage(EventId = EventIds.Kafka + 0, Level = LogLevel.Warning, Message = "No Kafka broker can be reached, trying on: {Reason}")]
    public static partial void Unreachable(ILogger logger, string reason);

    [LoggerMessage(EventId = EventIds.Kafka + 1, Level = LogLevel.Warning, Message = "Still no Kafka broker can be reached after {Duration}: {Reason}")]
    public static partial void StillUnreachable(ILogger logger, TimeSpan duration, string reason);

    [LoggerMessage(EventId = EventIds.Kafka + 2, Level = LogLevel.Information, Message = "Kafka can be reached again after {Duration}")]
    public static partial void ReachableAgain(ILogger logger, TimeSpan duration);

    [LoggerMessage(EventId = EventIds.Kafka + 3, Level = LogLevel.Information, Message = "Group {Group}: assigned {Partitions}")]
    public static partial void Assigned(ILogger logger, string group, string partitions);

    [LoggerMessage(EventId = EventIds.Kafka + 4, Level = LogLevel.Information, Message = "Group {Group}: gave back {Partitions}")]
    public static partial void Revoked(ILogger logger, string group, string partitions);

    [LoggerMessage(EventId = EventIds.Kafka + 5, Level = LogLevel.Warning, Message = "Group {Group}: lost {Partitions}")]
    public static partial void Lost(ILogger logger, string group, string partitions);

    [LoggerMessage(EventId = EventIds.Kafka + 6, Level = LogLevel.Warning, Message = "Group {Group}: the commit of {Partition} at {Offset} was refused: {Reason}")]
    public static partial void CommitRefused(ILogger logger, string group, string partition, long offset, string reason);

    [LoggerMessage(EventId = EventIds.Kafka + 7, Level = LogLevel.Warning, Message = "Kafka client {Client}: {Message}")]
    public static partial void Client(ILogger logger, string client, string message);

    [LoggerMessage(EventId = EventIds.Kafka + 8, Level = LogLevel.Debug, Message = "Kafka client {Client}: {Message}")]
    public static partial void ClientDetail(ILogger logger, string client, string message);

    [LoggerMessage(EventId = EventIds.Kafka + 9, Level = LogLevel.Warning, Message = "Group {Group}: {Reason}; polling on")]
    public static partial void ReadFailed(ILogger logger, string group, string reason);
}
