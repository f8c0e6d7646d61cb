using Confluent.Kafka;
using SynthMonitor.Kafka.Log;
using TopicPartition = SynthMonitor.Kafka.Log.TopicPartition;

namespace SynthMonitor.Kafka.Client;

/// <summary>A member of a consumer group on Kafka, with the classic eager protocol: a rebalance takes all partitions and gives all again.</summary>
internal sealed class KafkaConsumer : ILogConsumer
{
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);

    private readonly KafkaBytes key = new();
    private readonly KafkaBytes value = new();
    private readonly string group;
    private readonly IReadOnlyList<string> names;
    private readonly KafkaReachability reachability;
    private readonly KafkaRequests requests;
    private readonly KafkaTopics topics;
    private readonly ILogger logger;
    private readonly KafkaAssignment assignment;
    private readonly KafkaMembership membership;
    private readonly IConsumer<int, int> consumer;

    public KafkaConsumer(
        string group, IReadOnlyList<string> names, KafkaClients clients, KafkaReachability reachability, KafkaRequests requests, KafkaTopics topics, ILogger logger)
    {
        (this.group, this.names, this.reachability, this.requests, this.topics, this.logger) = (group, names, reachability, requests, topics, logger);
        assignment = new KafkaAssignment(names);
        membership = new KafkaMembership(group, assignment, logger);
        consumer = clients.Consumer(group, names.Count > 1, key, value)
            .SetPartitionsAssignedHandler((_, partitions) => membership.Assigned(partitions))
            .SetPartitionsRevokedHandler((member, partitions) => Give(member, partitions, lost: false))
            .SetPartitionsLostHandler((member, partitions) => Give(member, partitions, lost: true))
            .Build();
        consumer.Subscribe(names);
    }

    private IEnumerable<Confluent.Kafka.TopicPartition> Paused => assignment.All
        .Where(entry => entry.IsPaused)
        .Select(entry => new Confluent.Kafka.TopicPartition(entry.Source.Topic, entry.Source.Partition));

    /// <inheritdoc/>
    public int Poll(TimeSpan wait, int maximum, IConsumerHandler handler)
    {
        membership.Listen(handler);
        if (membership.MustRejoin)
        {
            Rejoin();
        }

        var delivered = 0;
        while (delivered + membership.Changes < maximum
            && Take(delivered + membership.Changes == 0 ? wait : TimeSpan.Zero, handler) is { } result)
        {
            delivered += Deliver(result, handler) ? 1 : 0;
        }

        if (delivered > 0)
        {
            reachability.Reached();
        }
        else if (reachability.IsLost && !topics.Answers(Probe))
        {
            throw new LogUnavailableException("no Kafka broker can be reached");
        }

        return delivered + membership.Changes;
    }

    /// <inheritdoc/>
    public long? Committed(TopicPartition partition) => requests.Run($"group '{group}', the commit of {partition}", () =>
    {
        var offset = consumer.Committed([new(partition.Topic, partition.Partition)], KafkaRequests.Attempt)[0].Offset;
        return offset == Offset.Unset ? (long?)null : offset.Value;
    });

    /// <inheritdoc/>
    public bool Commit(TopicPartition partition, long offset) => assignment.Find(partition.Topic, partition.Partition) is not null
        && requests.Run($"group '{group}', committing {partition}", () =>
    {
        try
        {
            consumer.Commit([new(partition.Topic, partition.Partition, offset)]);
            return true;
        }
        catch (KafkaException failure) when (KafkaErrors.IsFenced(KafkaErrors.Of(failure).Code))
        {
            KafkaClientLog.CommitRefused(logger, group, partition.ToString(), offset, KafkaErrors.Of(failure).Reason);
            return false;
        }
    });

    /// <inheritdoc/>
    public void Seek(TopicPartition partition, long offset)
    {
        Find(partition).Position = offset;
        try
        {
            consumer.Seek(new(partition.Topic, partition.Partition, offset));
        }
        catch (KafkaException failure) when (failure.Error.Code == ErrorCode.Local_State)
        {
            AssignAgain();
        }
    }

    /// <inheritdoc/>
    public void Pause(TopicPartition partition)
    {
        Find(partition).IsPaused = true;
        if (!membership.IsChanging)
        {
            consumer.Pause([new(partition.Topic, partition.Partition)]);
        }
    }

    /// <inheritdoc/>
    public void Resume(TopicPartition partition)
    {
        Find(partition).IsPaused = false;
        if (!membership.IsChanging)
        {
            consumer.Resume([new(partition.Topic, partition.Partition)]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        membership.Close();
        consumer.Close();
    }

    // The client would remember a pause for the next assignment. A member that was taken out of its group while it was not polled has
    // lost what it is asked to give back: it has no identity any more.
    private IEnumerable<TopicPartitionOffset> Give(IConsumer<int, int> member, List<TopicPartitionOffset> partitions, bool lost)
    {
        member.Resume(Paused);
        return membership.Revoked(partitions, lost || string.IsNullOrEmpty(member.MemberId));
    }

    private KafkaAssignment.Entry Find(TopicPartition partition) => assignment.Find(partition.Topic, partition.Partition)
        ?? throw new InvalidOperationException($"{partition} is not assigned");

    private ConsumeResult<int, int>? Take(TimeSpan wait, IConsumerHandler handler)
    {
        try
        {
            var before = membership.Changes;
            var result = consumer.Consume(wait);
            if (membership.Changes != before)
            {
                consumer.Pause(Paused);
            }

            return result;
        }
        catch (ConsumeException failure) when (KafkaErrors.IsOutOfRange(failure.Error.Code))
        {
            Reposition(assignment.Find(failure.ConsumerRecord.Topic, failure.ConsumerRecord.Partition.Value), handler);
            return null;
        }
        catch (ConsumeException failure) when (failure.Error.Code == ErrorCode.Local_MaxPollExceeded)
        {
            KafkaClientLog.ReadFailed(logger, group, failure.Error.Reason);
            return null;
        }
        catch (ConsumeException failure) when (!failure.Error.IsFatal)
        {
            throw new LogUnavailableException($"group '{group}': {failure.Error.Reason}", failure);
        }
    }

    private bool Deliver(ConsumeResult<int, int> result, IConsumerHandler handler)
    {
        var entry = assignment.Find(result.Topic, result.Partition.Value);
        if (entry is null)
        {
            return false;
        }

        var offset = result.Offset.Value;
        if (result.IsPartitionEOF)
        {
            handler.EndReached(entry.Source, offset);
            return true;
        }

        // Fetched between an assignment and the pause that was asked for meanwhile.
        if (entry.IsPaused)
        {
            Seek(entry.Source, offset);
            return false;
        }

        entry.Position = offset + 1;
        handler.Record(new LogRecord(entry.Source, offset, result.Message.Timestamp.UnixTimestampMs, key.Span, value.Span, value.IsNull));
        return true;
    }

    private void Reposition(KafkaAssignment.Entry? entry, IConsumerHandler handler)
    {
        if (entry is not null)
        {
            entry.Position = handler.OutOfRange(entry.Source, entry.Position, topics.Start(entry.Source));
            AssignAgain();
        }
    }

    // A partition whose position was out of range is not fetched any more and cannot be sought: only a new assignment revives it.
    private void AssignAgain()
    {
        consumer.Assign(assignment.All.Select(entry => new TopicPartitionOffset(entry.Source.Topic, entry.Source.Partition, entry.Position)));
        consumer.Pause(Paused);
    }

    // A handler that could not say where to start has left this member in the group without partitions to read.
    private void Rejoin()
    {
        membership.Forget();
        consumer.Unsubscribe();
        consumer.Subscribe(names);
    }
}
