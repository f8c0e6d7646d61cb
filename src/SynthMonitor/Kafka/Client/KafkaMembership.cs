using System.Runtime.ExceptionServices;
using Confluent.Kafka;
using SynthMonitor.Kafka.Log;
using TopicPartition = SynthMonitor.Kafka.Log.TopicPartition;

namespace SynthMonitor.Kafka.Client;

/// <summary>Carries the changes of a group, which the client reports while it polls, to the handler of that poll.</summary>
internal sealed class KafkaMembership(string group, KafkaAssignment assignment, ILogger logger)
{
    private IConsumerHandler? handler;
    private bool isClosing;

    /// <summary>The changes since the poll began.</summary>
    public int Changes { get; private set; }

    /// <summary>Whether a change is being carried out, so that what concerns the assignment must wait for its end.</summary>
    public bool IsChanging { get; private set; }

    /// <summary>Whether a handler failed to say where to start, which leaves this member without partitions to read.</summary>
    public bool MustRejoin { get; private set; }

    /// <summary>A poll begins.</summary>
    public void Listen(IConsumerHandler handler)
    {
        this.handler = handler;
        Changes = 0;
    }

    /// <summary>Nobody listens any more: what was read has been dealt with.</summary>
    public void Close() => isClosing = true;

    /// <summary>Starts afresh.</summary>
    public void Forget()
    {
        MustRejoin = false;
        assignment.Clear();
    }

    public IEnumerable<TopicPartitionOffset> Assigned(List<Confluent.Kafka.TopicPartition> partitions) => Change(() =>
    {
        var names = string.Join(", ", partitions.Select(NameOf));
        KafkaClientLog.Assigned(logger, group, names);
        var added = partitions.ConvertAll(partition => assignment.Add(partition.Topic, partition.Partition.Value));
        MustRejoin = true;
        foreach (var entry in added)
        {
            entry.Position = handler!.StartOf(entry.Source);
        }

        MustRejoin = false;
        return added.ConvertAll(entry => new TopicPartitionOffset(entry.Source.Topic, entry.Source.Partition, entry.Position));
    });

    /// <summary>Tells the handler of every partition that goes, even where it fails for one of them; the first failure is the poll's.</summary>
    public IEnumerable<TopicPartitionOffset> Revoked(List<TopicPartitionOffset> partitions, bool lost) => Change(() =>
    {
        Report(string.Join(", ", partitions.Select(partition => NameOf(partition.TopicPartition))), lost);
        ExceptionDispatchInfo? first = null;
        foreach (var partition in partitions)
        {
            try
            {
                handler!.Revoked(new TopicPartition(partition.Topic, partition.Partition.Value), lost);
            }
            catch (Exception failure)
            {
                first ??= ExceptionDispatchInfo.Capture(failure);
            }
        }

        assignment.Clear();
        first?.Throw();
        return [];
    });

    private static string NameOf(Confluent.Kafka.TopicPartition partition) => new TopicPartition(partition.Topic, partition.Partition.Value).ToString();

    private void Report(string partitions, bool lost)
    {
        if (lost)
        {
            KafkaClientLog.Lost(logger, group, partitions);
        }
        else
        {
            KafkaClientLog.Revoked(logger, group, partitions);
        }
    }

    private List<TopicPartitionOffset> Change(Func<List<TopicPartitionOffset>> change)
    {
        if (isClosing)
        {
            return [];
        }

        IsChanging = true;
        Changes++;
        try
        {
            return change();
        }
        finally
        {
            IsChanging = false;
        }
    }
}
