using SynthMonitor.Demo;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Demo;

[Collection(PreparedDemoGroup.Name)]
public sealed class DemoFeederTests(PreparedDemo demo)
{
    [Fact]
    public async Task It_is_never_more_than_5000_rows_ahead_of_the_ledger()
    {
        var world = demo.World;
        using var log = new EmbeddedLog(TimeProvider.System);
        log.Ensure(new TopicSpecification(world.Epoch.Features.Topic, DemoWorld.SourcePartitions));
        log.Ensure(new TopicSpecification(world.Epoch.Labels!.Topic, DemoWorld.SourcePartitions));
        using var stopping = new CancellationTokenSource();
        var feeder = new DemoFeeder(world, log, new DemoState(), PreparedDemo.Options, TimeProvider.System);
        var run = Task.Run(() => feeder.Run(stopping.Token), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => feeder.Rows >= 5000 || run.IsCompleted, TimeSpan.FromSeconds(60)));
        stopping.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(5000, feeder.Rows);
        Assert.Equal(5000, Records(log, world.Epoch.Features.Topic));
        Assert.Equal(feeder.Labels, Records(log, world.Epoch.Labels.Topic));
    }

    private static long Records(EmbeddedLog log, string topic) =>
        Enumerable.Range(0, DemoWorld.SourcePartitions).Sum(partition => log.End(new TopicPartition(topic, partition)));
}
