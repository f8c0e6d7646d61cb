using SynthMonitor.Demo;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Demo;

public sealed class FedTimesTests
{
    private readonly FedTimes fed = new(new BlockTime(1000), partitions: 2);

    [Fact]
    public void Nothing_closes_before_every_partition_has_a_record()
    {
        fed.Add(SourceKind.Features, 0, 5000);
        Assert.Equal(long.MinValue, fed.NextBlock);
        fed.Add(SourceKind.Features, 1, 3000);
        Assert.Equal(3, fed.NextBlock);
        Assert.Equal(long.MinValue, fed.NextOutcomeBlock);
    }

    [Fact]
    public void The_slowest_partition_decides_and_an_earlier_time_moves_nothing_back()
    {
        foreach (var partition in new[] { 0, 1 })
        {
            fed.Add(SourceKind.Features, partition, 7500);
            fed.Add(SourceKind.Labels, partition, 4200 + partition);
        }

        fed.Add(SourceKind.Labels, 0, 100);
        Assert.Equal((7L, 4L), (fed.NextBlock, fed.NextOutcomeBlock));
    }
}
