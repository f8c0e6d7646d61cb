namespace SynthMonitor.Tests.Harness;

/// <summary>The ledger's promise: no interleaving, flush, restart, duplicate or zombie changes a verdict or loses a record.</summary>
public sealed class HarnessTests
{
    private const int Seeds = 1000;

    private static HarnessResult Run(ulong seed, bool faults)
    {
        using var run = new HarnessRun(seed, faults);
        return run.Run();
    }

    [Fact]
    public void Every_order_of_events_gives_the_same_windows_and_incidents()
    {
        var expected = Run(0, faults: false);
        Assert.NotEmpty(expected.Windows);
        Assert.NotEmpty(expected.Incidents);
        Assert.True(expected.Joins.Joined > 100, expected.Joins.ToString());

        var failures = new System.Collections.Concurrent.ConcurrentQueue<string>();
        Parallel.For(1, Seeds + 1, seed =>
        {
            var result = Run((ulong)seed, faults: true);
            if (expected.DifferenceTo(result) is { } difference)
            {
                failures.Enqueue($"seed {seed}: {difference}");
            }
        });
        Assert.True(failures.IsEmpty, $"{failures.Count} of {Seeds} seeds differ; {failures.FirstOrDefault()}");
    }

    [Fact]
    public void Every_record_ends_in_exactly_one_way()
    {
        var result = Run(1, faults: true);
        var scenario = HarnessScenario.Instance;
        Assert.True(result.Features.AreConserved, result.Features.ToString());
        Assert.Equal(scenario.Features.Sum(partition => partition.Count), result.Features.Consumed);
        Assert.True(result.Features is { Late: > 0, Rejected: > 0, DeadLettered: > 0 }, result.Features.ToString());
        Assert.True(result.Labels.AreConserved, result.Labels.ToString());
        Assert.Equal(scenario.Labels.Sum(partition => partition.Count), result.Labels.Consumed);
        Assert.True(result.Joins.AreConserved, result.Joins.ToString());
    }
}
