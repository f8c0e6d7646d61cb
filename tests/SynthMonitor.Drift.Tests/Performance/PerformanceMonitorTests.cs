using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Performance;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Tests.Performance;

public class PerformanceMonitorTests
{
    private static readonly PerformanceOptions Options = new(new FalseAlarmBudget(1.0 / 5000));

    [Fact]
    public void A_rise_that_goes_back_gives_one_raised_and_one_resolved_and_never_anything_before()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var steps = Watch(seed, 200, (60, 0.05), (40, 0.2), (40, 0.05));
            var raised = Assert.Single(steps, step => step.Transition == AlarmTransition.Raised);
            var resolved = Assert.Single(steps, step => step.Transition == AlarmTransition.Resolved);
            Assert.InRange(raised.Block, 60, 64);
            Assert.InRange(raised.Alarm!.OnsetBlock, 59, 61);
            Assert.InRange(raised.Alarm.ErrorBefore, 0.03, 0.07);
            Assert.InRange(resolved.Block, 100, 112);
        }
    }

    [Fact]
    public void Without_a_rise_the_budget_holds()
    {
        var options = new PerformanceOptions(new FalseAlarmBudget(0.01));
        var alarms = 0;
        for (ulong seed = 1; seed <= 10; seed++)
        {
            alarms += Watch(options, seed, 100, (400, 0.1)).Count(step => step.Transition == AlarmTransition.Raised);
        }

        Assert.InRange(alarms, 0, 40);
    }

    [Fact]
    public void Only_ADWIN_sees_a_rise_while_there_is_no_baseline_yet()
    {
        var options = Options with { MinimumBaseline = int.MaxValue };
        var raised = Assert.Single(Watch(options, 1, 200, (30, 0.05), (20, 0.3)), step => step.Transition == AlarmTransition.Raised);
        Assert.Equal("adwin", raised.Alarm!.Source);
        Assert.InRange(raised.Block, 30, 33);
    }

    [Fact]
    public void A_fall_is_no_alarm_but_an_improvement()
    {
        var steps = Watch(2, 200, (60, 0.3), (40, 0.05));
        Assert.DoesNotContain(steps, step => step.Transition != AlarmTransition.None);
        Assert.Contains(steps, step => step.HasImproved && step.Block >= 60);
    }

    [Fact]
    public void Blocks_without_labels_change_nothing_and_say_so()
    {
        var monitor = new PerformanceMonitor(Options);
        var step = monitor.Observe(0, new OutcomeCounts(), 1);
        Assert.Equal("no outcomes", step.ErrorRate.Reason);
        Assert.Equal("no outcomes", step.Realised.Auc.Reason);
        Assert.Equal(AlarmTransition.None, step.Transition);
    }

    [Fact]
    public void Goes_on_after_write_and_read_as_if_nothing_had_happened()
    {
        var random = new KeyedRandom(8);
        var whole = new PerformanceMonitor(Options);
        var cut = new PerformanceMonitor(Options);
        for (var block = 0; block < 160; block++)
        {
            var counts = Block(ref random, 60, block is > 80 and < 110 ? 0.35 : 0.1);
            Assert.Equal(whole.Observe(block, counts, (ulong)block), cut.Observe(block, counts, (ulong)block));
            var bytes = Bytes(cut);
            cut = PerformanceMonitor.Read(new PayloadReader(bytes), Options);
            Assert.Equal(bytes, Bytes(cut));
        }

        Assert.Equal(Bytes(whole), Bytes(cut));
    }

    [Fact]
    public void Outcomes_since_and_before_a_block_are_all_outcomes()
    {
        var random = new KeyedRandom(9);
        var monitor = new PerformanceMonitor(Options);
        for (var block = 0; block < 100; block++)
        {
            monitor.Observe(block, Block(ref random, 10, 0.1), 1);
        }

        Assert.Equal(50, monitor.Since(95).Rows);
        Assert.Equal(950, monitor.Before(95).Rows);
    }

    private static List<PerformanceStep> Watch(ulong seed, int rows, params (int Blocks, double Error)[] phases) => Watch(Options, seed, rows, phases);

    private static List<PerformanceStep> Watch(PerformanceOptions options, ulong seed, int rows, params (int Blocks, double Error)[] phases)
    {
        var random = new KeyedRandom(seed, 44);
        var monitor = new PerformanceMonitor(options);
        var steps = new List<PerformanceStep>();
        foreach (var (blocks, error) in phases)
        {
            for (var block = 0; block < blocks; block++)
            {
                steps.Add(monitor.Observe(steps.Count, Block(ref random, rows, error), (ulong)steps.Count));
            }
        }

        return steps;
    }

    private static OutcomeCounts Block(ref KeyedRandom random, int rows, double error)
    {
        var counts = new OutcomeCounts();
        for (var row = 0; row < rows; row++)
        {
            var label = random.NextDouble() < 0.4;
            counts.Add(label, label ^ (random.NextDouble() < error) ? 0.75 : 0.25);
        }

        return counts;
    }

    private static byte[] Bytes(PerformanceMonitor monitor)
    {
        var writer = new PayloadWriter();
        monitor.Write(writer);
        return writer.ToArray();
    }
}
