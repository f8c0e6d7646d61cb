using System.Globalization;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using TopicPartition = SynthMonitor.Kafka.Log.TopicPartition;
using TopicSpecification = SynthMonitor.Kafka.Log.TopicSpecification;

namespace SynthMonitor.Kafka.Client;

/// <summary>Asks for topics and offsets, and creates topics.</summary>
internal sealed class KafkaTopics(IAdminClient admin, KafkaRequests requests, KafkaReachability reachability)
{
    private const short BrokerDefault = -1;

    /// <summary>The number of partitions of a topic, or null where there is none.</summary>
    public int? Partitions(string topic) => requests.Run($"topic '{topic}'", () => Describe(topic)?.Partitions.Count);

    /// <summary>Creates a topic if it is not there, and waits until all its partitions have a leader.</summary>
    public void Ensure(TopicSpecification topic)
    {
        var partitions = Partitions(topic.Name) ?? Create(topic);
        if (partitions != topic.Partitions)
        {
            throw new InvalidOperationException($"topic '{topic.Name}' has {partitions} partitions; expected {topic.Partitions}");
        }
    }

    /// <summary>Whether the cluster answers within a time.</summary>
    public bool Answers(TimeSpan wait)
    {
        try
        {
            admin.DescribeClusterAsync(new() { RequestTimeout = wait }).GetAwaiter().GetResult();
            reachability.Reached();
            return true;
        }
        catch (KafkaException failure)
        {
            reachability.Lost(failure.Error.Reason);
            return false;
        }
    }

    public long Start(TopicPartition partition) => Offset(partition, OffsetSpec.Earliest());

    public long End(TopicPartition partition) => Offset(partition, OffsetSpec.Latest());

    public long OffsetFor(TopicPartition partition, long timestamp)
    {
        var offset = Offset(partition, OffsetSpec.ForTimestamp(timestamp));
        return offset >= 0 ? offset : End(partition);
    }

    private long Offset(TopicPartition partition, OffsetSpec which) => requests.Run($"an offset of {partition}", () =>
    {
        var specification = new TopicPartitionOffsetSpec
        {
            TopicPartition = new(partition.Topic, partition.Partition),
            OffsetSpec = which,
        };
        try
        {
            var answer = admin.ListOffsetsAsync(
                [specification],
                new() { IsolationLevel = IsolationLevel.ReadCommitted, RequestTimeout = KafkaRequests.Attempt }).GetAwaiter().GetResult();
            return answer.ResultInfos[0].TopicPartitionOffsetError.Offset.Value;
        }
        catch (ListOffsetsException failure)
        {
            var error = failure.Result.ResultInfos[0].TopicPartitionOffsetError.Error;
            if (KafkaErrors.IsOfOldLeader(error.Code))
            {
                // The client asks with the leader epoch that it has in its cache, and does not renew that by itself.
                admin.GetMetadata(partition.Topic, KafkaRequests.Attempt);
            }

            throw new KafkaException(error);
        }
    });

    private TopicDescription? Describe(string topic)
    {
        try
        {
            return admin.DescribeTopicsAsync(
                TopicCollection.OfTopicNames([topic]),
                new() { RequestTimeout = KafkaRequests.Attempt }).GetAwaiter().GetResult().TopicDescriptions[0];
        }
        catch (DescribeTopicsException failure)
        {
            var error = failure.Results.TopicDescriptions[0].Error;
            return error.Code == ErrorCode.UnknownTopicOrPart ? null : throw new KafkaException(error);
        }
    }

    private int Create(TopicSpecification topic)
    {
        var configuration = new Dictionary<string, string> { ["cleanup.policy"] = topic.Compacted ? "compact" : "delete" };
        if (topic.Retention is { } retention)
        {
            configuration["retention.ms"] = ((long)retention.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        }

        return requests.Run($"creating topic '{topic.Name}'", () =>
        {
            try
            {
                admin.CreateTopicsAsync(
                    [new() { Name = topic.Name, NumPartitions = topic.Partitions, ReplicationFactor = BrokerDefault, Configs = configuration }],
                    new() { OperationTimeout = KafkaRequests.Attempt, RequestTimeout = KafkaRequests.Attempt }).GetAwaiter().GetResult();
            }
            catch (CreateTopicsException failure) when (failure.Results[0].Error.Code == ErrorCode.TopicAlreadyExists)
            {
                // Another process was faster, or an earlier attempt succeeded without our hearing of it.
            }
            catch (CreateTopicsException failure)
            {
                throw new KafkaException(failure.Results[0].Error);
            }

            var created = Describe(topic.Name);
            return created is not null && created.Partitions.All(partition => partition.Leader is { Id: >= 0 })
                ? created.Partitions.Count
                : throw new KafkaException(ErrorCode.LeaderNotAvailable);
        });
    }
}
