using SynthMonitor.EndToEnd.Kafka;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>A broker that goes away while the daemon reads.</summary>
[Collection("daemon")]
public sealed class OutageTests(UninterruptedRun uninterrupted)
{
    private const int RowsPerSecond = 800;
    private const int Unreachable = 100;
    private const int StillUnreachable = 101;
    private const int ReachableAgain = 102;
    private const int StoppedUnpublished = 1012;
    private const int Stopped = 1003;

    /// <summary>After this, orchestrators kill what was told to stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_broker_that_is_lost_is_waited_for_and_what_is_said_is_the_same()
    {
        await using var broker = await FragileBroker.StartAsync();
        using var run = new DaemonRun(broker.BootstrapServers);
        var process = run.Start();
        run.Feed(RowsPerSecond, () =>
        {
            run.WaitForBlocks(8);
            Assert.True(process.IsReady());
            broker.Stop();
            run.Wait(() => !process.IsReady());
            run.Wait(() => process.Logged(StillUnreachable) > 0);
            Assert.Equal(1, process.Logged(Unreachable));
            Assert.False(process.IsReady());
            broker.Start();
            run.Wait(process.IsReady);
            Assert.Equal((1, 1), (process.Logged(Unreachable), process.Logged(ReachableAgain)));
        });
        run.WaitForEnd(process);
        Assert.True(process.Terminate() == 0, process.Output);
        uninterrupted.Results.AssertSame(run.Results());
    }

    [Fact]
    public async Task While_the_broker_is_away_a_process_can_be_stopped_and_its_successor_says_the_same()
    {
        await using var broker = await FragileBroker.StartAsync();
        using var run = new DaemonRun(broker.BootstrapServers);
        var process = run.Start();
        run.Feed(RowsPerSecond, () =>
        {
            run.WaitForBlocks(8);
            broker.Stop();
            run.Wait(() => !process.IsReady());
            Assert.True(process.Terminate(Grace) == 0, process.Output);
            Assert.Equal(1, process.Logged(Stopped) + process.Logged(StoppedUnpublished));
            broker.Start();
            process = run.Start();
        });
        run.WaitForEnd(process);
        Assert.True(process.Terminate() == 0, process.Output);
        uninterrupted.Results.AssertSame(run.Results());
    }
}
