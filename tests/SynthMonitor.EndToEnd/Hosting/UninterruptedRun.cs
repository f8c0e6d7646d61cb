using SynthMonitor.EndToEnd.Kafka;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>What one process says that nothing happens to; computed once, for the tests of this collection.</summary>
public sealed class UninterruptedRun(KafkaBroker broker)
{
    private DaemonResults? results;

    /// <summary>What it has said.</summary>
    internal DaemonResults Results => results ??= Run();

    private DaemonResults Run()
    {
        using var run = new DaemonRun(broker.BootstrapServers);
        run.Feed();
        var process = run.Start();
        run.WaitForEnd(process);
        Assert.True(process.Terminate() == 0, process.Output);
        return run.Results();
    }
}

/// <summary>Tests of the daemon's processes, one after the other: a machine has room for one such test.</summary>
[CollectionDefinition("daemon")]
public sealed class DaemonCollection : ICollectionFixture<UninterruptedRun>;
