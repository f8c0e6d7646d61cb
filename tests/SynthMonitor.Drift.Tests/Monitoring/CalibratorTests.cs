using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Tests.Monitoring;

public class CalibratorTests
{
    [Fact]
    public void Keeps_the_budget_of_false_alarms_over_several_references()
    {
        const int references = 6;
        var options = new MonitorOptions(new FalseAlarmBudget(0.01), 40);
        var (alarms, quiet) = (0L, 0L);
        Parallel.For(0, references, index =>
        {
            var reference = Reference.From(Simulated.Mixed(2000, (ulong)index + 1));
            var monitor = new DriftMonitor(reference, options, Watched.Calibrate(reference, options, 3));
            foreach (var step in Simulated.Watch(monitor, Simulated.Blocks(reference.Codebook, Simulated.Mixed(40 * 3000, (ulong)index + 50), 40)))
            {
                Interlocked.Add(ref quiet, step.Alarm is null || step.Transition == AlarmTransition.Raised ? 1 : 0);
                Interlocked.Add(ref alarms, step.Transition == AlarmTransition.Raised ? 1 : 0);
            }
        });
        Assert.InRange(alarms / (quiet * options.Budget.PerBlock), 0.5, 2);
    }

    [Theory]
    [InlineData(0.2, 14)]
    [InlineData(0.3, 7)]
    [InlineData(1.0, 2)]
    public void Finds_a_shift_of_the_mean_within_few_blocks(double shift, double blocks)
    {
        const int runs = 20;
        var delays = 0.0;
        for (ulong run = 0; run < runs; run++)
        {
            var monitor = Watched.Monitor();
            var stream = Simulated.Mixed(50 * 60, run + 1000, mean: shift);
            delays += Simulated.Watch(monitor, Simulated.Blocks(Watched.Reference.Codebook, stream, 50)).TakeWhile(step => step.Alarm is null).Count() + 1;
        }

        Assert.InRange(delays / runs, 1, blocks);
    }

    [Fact]
    public void Calibrates_the_same_on_one_thread_as_on_many()
    {
        var reference = Reference.From(Simulated.Mixed(500, 1));
        var options = new MonitorOptions(new FalseAlarmBudget(0.05), 20);
        var many = Watched.Calibrate(reference, options, 9);
        var one = OnOneThread(() => Watched.Calibrate(reference, options, 9));
        Assert.Equal(many.Digest, one.Digest);
        Assert.NotEqual(many.Digest, Watched.Calibrate(reference, options, 10).Digest);
    }

    [Fact]
    public void A_rarer_budget_has_a_higher_threshold_and_states_a_greater_error()
    {
        var thresholds = new[] { 0.05, 0.005, 0.0001, 0.000001 }
            .Select(budget => Watched.Calibrate(Watched.Reference, Watched.Options with { Budget = new(budget) }, 5))
            .ToArray();
        Assert.Equal(thresholds.Select(one => one.Threshold).Order(), thresholds.Select(one => one.Threshold));
        Assert.True(thresholds[^1].IsExtrapolated);
        Assert.True(thresholds[^1].RelativeError > thresholds[0].RelativeError);
    }

    [Fact]
    public void Columns_that_are_constant_or_all_missing_are_watched_without_alarm()
    {
        const int rows = 2000;
        Table Make(int count, ulong seed) => new(
        [
            new NumberColumn(new("constant", ColumnKind.Numeric), [.. Enumerable.Repeat(3.5, count)]),
            new NumberColumn(new("nothing", ColumnKind.Numeric), [.. Enumerable.Repeat(Number.Missing, count)]),
            NameColumn.From(new("no name", ColumnKind.Categorical), Enumerable.Repeat<string?>(null, count)),
            Simulated.Normal("x", count, seed),
        ]);
        var reference = Reference.From(Make(rows, 1));
        var options = new MonitorOptions(new FalseAlarmBudget(0.001), 50);
        var monitor = new DriftMonitor(reference, options, Watched.Calibrate(reference, options, 1));
        var steps = Simulated.Watch(monitor, Simulated.Blocks(reference.Codebook, Make(50 * 200, 2), 50));
        Assert.True(steps.Count(step => step.Transition == AlarmTransition.Raised) <= 2);
        Assert.All(steps.SelectMany(step => step.Channels), channel => Assert.True(double.IsFinite(channel.Z) && double.IsFinite(channel.Statistic)));
    }

    [Fact]
    public void Rows_that_depend_on_each_other_are_drawn_in_runs()
    {
        var independent = Simulated.Normal("x", 4000, 1);
        var walk = new double[4000];
        for (var row = 1; row < walk.Length; row++)
        {
            walk[row] = (0.7 * walk[row - 1]) + independent.Values[row];
        }

        var options = new MonitorOptions(new FalseAlarmBudget(0.05), 50);
        Assert.Equal(1, Watched.Calibrate(Reference.From(new Table([independent])), options, 1).RunLength);
        Assert.InRange(Watched.Calibrate(Reference.From(new Table([new NumberColumn(independent.Schema, walk)])), options, 1).RunLength, 30, 200);
    }

    [Fact]
    public void A_reference_without_a_column_to_watch_is_refused()
    {
        var target = new NumberColumn(new("y", ColumnKind.Boolean, ColumnRole.Target), [.. Enumerable.Range(0, 100).Select(row => row % 2.0)]);
        Assert.Throws<ArgumentException>(() => Watched.Calibrate(Reference.From(new Table([target])), Watched.Options, 1));
    }

    [Fact]
    public void Options_out_of_range_are_all_named()
    {
        var wrong = Watched.Options with { NumberFloor = -1, RaiseAfter = 3, LongestWindow = 5 };
        Assert.Equal(3, wrong.Validate().Length);
        Assert.Throws<ArgumentException>(() => Watched.Calibrate(Watched.Reference, wrong, 1));
    }

    [Fact]
    public void A_calibration_is_read_as_it_was_written()
    {
        var writer = new PayloadWriter();
        Watched.Calibration.Write(writer);
        var read = Calibration.Read(new PayloadReader(writer.ToArray()));
        Assert.Equal(Watched.Calibration.Digest, read.Digest);
        Assert.Equal(Watched.Options, read.Options);
        Assert.Equal(Watched.Calibration.Threshold, read.Threshold);
    }

    private static T OnOneThread<T>(Func<T> work)
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;
        return Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, scheduler).GetAwaiter().GetResult();
    }
}
