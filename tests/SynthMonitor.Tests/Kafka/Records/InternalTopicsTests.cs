using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Kafka.Records;

/// <summary>The topics that the roles share.</summary>
public sealed class InternalTopicsTests
{
    [Fact]
    public void A_monitor_has_the_same_partition_in_every_topic_whose_key_it_is()
    {
        var topics = new InternalTopics("p.", Partitions: 7, RowPartitions: 3);
        string[] names = [topics.Profiles, topics.Windows, topics.Incidents, topics.Events, topics.Commands, topics.State, topics.DeadLetters];
        foreach (var monitor in new[] { "loans", "flights", "é", "" })
        {
            Assert.Single(names.Select(name => topics.Of(name, monitor).Partition).Distinct());
        }
    }

    [Fact]
    public void Only_state_is_compacted_and_only_rows_are_shared_out_by_row()
    {
        var topics = new InternalTopics("p.", Partitions: 7, RowPartitions: 3);
        Assert.Equal(["p.state"], topics.All.Where(topic => topic.Compacted).Select(topic => topic.Name));
        Assert.Equal(["p.rows"], topics.All.Where(topic => topic.Partitions == 3).Select(topic => topic.Name));
        Assert.Equal(8, topics.All.Select(topic => topic.Name).Distinct().Count());
        Assert.All(topics.All, topic => Assert.StartsWith("p.", topic.Name, StringComparison.Ordinal));
    }
}
