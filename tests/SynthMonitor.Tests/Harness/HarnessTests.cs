using System.Collections.Concurrent;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Harness;

/// <summary>
/// The ledger's promise: no interleaving, flush, restart, duplicate, zombie or damaged snapshot changes a verdict, loses a record or counts one
/// twice.
/// </summary>
public sealed class HarnessTests
{
    private const int Seeds = 1000;
    private const int EpochSeeds = 200;

    private static readonly Lazy<HarnessResult> Undisturbed = new(() => Run(0, faults: false));

    private static HarnessResult Run(ulong seed, bool faults, bool secondEpoch = false)
    {
        using var run = new HarnessRun(seed, faults, secondEpoch);
        return run.Run();
    }

    [Fact]
    public void Every_order_of_events_gives_the_same_windows_and_incidents() =>
        AssertNone(Seeds, seed => Undisturbed.Value.DifferenceTo(Run(seed, faults: true)));

    [Fact]
    public void A_second_epoch_may_begin_at_any_moment()
    {
        var alike = new ConcurrentDictionary<long, HarnessResult>();
        AssertNone(EpochSeeds, seed =>
        {
            var result = Run(seed, faults: true, secondEpoch: true);
            var start = result.SecondEpoch!;
            var first = start.FirstBlock ?? long.MinValue;
            var known = alike.GetOrAdd(first, result);
            return Undisturbed.Value.DifferenceInRecords(result)
                ?? (result.Joins.AreConserved ? null : $"joins {result.Joins}")
                ?? HarnessResult.Difference("window", Undisturbed.Value.DriftWindows(1, before: first), result.DriftWindows(1, long.MaxValue))
                ?? HarnessResult.Difference("window", known.DriftWindows(2, long.MaxValue), result.DriftWindows(2, long.MaxValue));
        });
        Assert.True(alike.Count > 10, $"{alike.Count} first blocks");
    }

    [Fact]
    public void Every_record_ends_as_its_own_partition_decides()
    {
        var result = Run(1, faults: true);
        var sources = HarnessScenario.Instance.Sources;
        var oracle = new HarnessOracle();
        Assert.Equal(oracle.Count(sources.Features), result.Features);
        Assert.Equal(new HarnessOracle().Count(sources.Labels), result.Labels);
        Assert.True(result.Joins.AreConserved, result.Joins.ToString());
        foreach (var window in result.Drifts.Where(window => window.Drift!.Joined == 1))
        {
            Assert.Equal(oracle.RowsOf[window.Block], window.Drift!.Rows);
        }
    }

    [Fact]
    public void The_sources_hold_what_can_go_wrong()
    {
        var result = Undisturbed.Value;
        Assert.True(result.Features is { Late: > 0, Rejected: > 0, DeadLettered: > 0 }, result.Features.ToString());
        Assert.True(result.Labels.Late > 0, result.Labels.ToString());
        Assert.True(
            result.Joins is { Joined: > 100, Unmatched: > 0, Duplicate: > 0, Expired: > 0, Late: > 0 }, result.Joins.ToString());
        Assert.Contains(result.Drifts, window => window.Drift is { Joined: > 1, Undefined: null });
        Assert.Contains(result.Drifts, window => window.Drift is { Joined: > 4, Undefined: not null });
        foreach (var kind in new[] { IncidentRecord.Drift, IncidentRecord.Performance })
        {
            Assert.Contains(result.Incidents.Values, text => text.Contains($"\"{kind}\"") && text.Contains("resolvedBlock"));
        }
    }

    private static void AssertNone(int seeds, Func<ulong, string?> fault)
    {
        var failures = new ConcurrentQueue<string>();
        Parallel.For(1, seeds + 1, seed =>
        {
            if (fault((ulong)seed) is { } text)
            {
                failures.Enqueue($"seed {seed}: {text}");
            }
        });
        Assert.True(failures.IsEmpty, $"{failures.Count} of {seeds} seeds differ; {failures.FirstOrDefault()}");
    }
}
