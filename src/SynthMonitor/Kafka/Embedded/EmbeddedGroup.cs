using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Kafka.Embedded;

/// <summary>
/// A consumer group: members, a generation, and the range assignment. A change of members makes every member give its partitions back
/// at its next poll; when all have, the next generation is shared out. Callers hold the log's gate.
/// </summary>
internal sealed class EmbeddedGroup(EmbeddedLog log)
{
    private readonly List<EmbeddedConsumer> members = [];
    private readonly HashSet<EmbeddedConsumer> waiting = [];
    private readonly Dictionary<TopicPartition, long> commits = [];

    public int Generation { get; private set; }

    public bool IsRebalancing { get; private set; }

    public void Enter(EmbeddedConsumer member)
    {
        members.Add(member);
        waiting.Add(member);
        IsRebalancing = true;
    }

    public void Leave(EmbeddedConsumer member)
    {
        if (members.Remove(member))
        {
            waiting.Remove(member);
            IsRebalancing = true;
            Settle();
        }
    }

    public bool Contains(EmbeddedConsumer member) => members.Contains(member);

    /// <summary>Whether a member has to give its partitions back before the next generation.</summary>
    public bool MustRevoke(EmbeddedConsumer member) => IsRebalancing && !waiting.Contains(member);

    public void Await(EmbeddedConsumer member)
    {
        waiting.Add(member);
        Settle();
    }

    public long? Committed(TopicPartition partition) => commits.TryGetValue(partition, out var offset) ? offset : null;

    public bool Commit(EmbeddedConsumer member, TopicPartition partition, long offset)
    {
        if (!members.Contains(member) || member.Generation != Generation)
        {
            return false;
        }

        commits[partition] = offset;
        return true;
    }

    /// <summary>The range assignment of a member: of each topic a run of neighbouring partitions.</summary>
    public IEnumerable<TopicPartition> AssignmentOf(EmbeddedConsumer member)
    {
        foreach (var topic in member.Topics)
        {
            var partitions = log.Partitions(topic) ?? 0;
            var share = partitions / members.Count;
            var rest = partitions % members.Count;
            var index = members.IndexOf(member);
            var first = (index * share) + Math.Min(index, rest);
            for (var partition = first; partition < first + share + (index < rest ? 1 : 0); partition++)
            {
                yield return new TopicPartition(topic, partition);
            }
        }
    }

    /// <summary>Shares the next generation out once every member has given its partitions back.</summary>
    public void Settle()
    {
        if (IsRebalancing && waiting.Count == members.Count)
        {
            IsRebalancing = false;
            waiting.Clear();
            Generation++;
            System.Threading.Monitor.PulseAll(log.Gate);
        }
    }
}
