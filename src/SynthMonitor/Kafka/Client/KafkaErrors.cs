using Confluent.Kafka;

namespace SynthMonitor.Kafka.Client;

/// <summary>What an error of the client means for its caller.</summary>
internal static class KafkaErrors
{
    /// <summary>The error of a request that concerned one partition.</summary>
    public static Error Of(KafkaException failure) =>
        failure is TopicPartitionOffsetException { Results: [var only, ..] } ? only.Error : failure.Error;

    /// <summary>Whether a commit came from a member whose generation is over or that does not own the partition any more.</summary>
    public static bool IsFenced(ErrorCode code) => code is ErrorCode.IllegalGeneration or ErrorCode.UnknownMemberId
        or ErrorCode.RebalanceInProgress or ErrorCode.FencedInstanceId or ErrorCode.Local_State or ErrorCode.Local_Fenced
        or ErrorCode.Local_AssignmentLost;

    /// <summary>Whether a position is not, or no longer, in the log.</summary>
    public static bool IsOutOfRange(ErrorCode code) => code is ErrorCode.Local_AutoOffsetReset or ErrorCode.OffsetOutOfRange;

    /// <summary>Whether nobody answered.</summary>
    public static bool IsUnreachable(ErrorCode code) => code is ErrorCode.Local_TimedOut or ErrorCode.Local_TimedOutQueue
        or ErrorCode.Local_Transport or ErrorCode.Local_AllBrokersDown or ErrorCode.Local_Resolve or ErrorCode.Local_Authentication
        or ErrorCode.Local_Ssl or ErrorCode.NetworkException;

    /// <summary>Whether what is known of a partition's leader is out of date.</summary>
    public static bool IsOfOldLeader(ErrorCode code) => code is ErrorCode.NotLeaderForPartition or ErrorCode.UnknownLeaderEpoch
        or ErrorCode.FencedLeaderEpoch;

    /// <summary>Whether the same request may well succeed a moment later.</summary>
    public static bool IsPassing(ErrorCode code) => IsUnreachable(code) || IsOfOldLeader(code) || code is ErrorCode.LeaderNotAvailable
        or ErrorCode.RequestTimedOut or ErrorCode.GroupCoordinatorNotAvailable
        or ErrorCode.NotCoordinatorForGroup or ErrorCode.GroupLoadInProgress or ErrorCode.UnstableOffsetCommit
        or ErrorCode.UnknownTopicOrPart or ErrorCode.UnknownTopicId
        or ErrorCode.ReplicaNotAvailable or ErrorCode.KafkaStorageError or ErrorCode.OffsetNotAvailable or ErrorCode.NotController
        or ErrorCode.Local_UnknownPartition or ErrorCode.Local_UnknownTopic or ErrorCode.Local_WaitCoord or ErrorCode.Local_WaitCache;
}
