using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Tests.Monitoring;

public class DriftMonitorTests
{
    [Fact]
    public void One_step_that_goes_back_gives_one_raised_and_one_resolved()
    {
        var options = Watched.Options with { Budget = new(0.0001) };
        var calibration = Watched.Calibrate(Watched.Reference, options, 5);
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var stream = Simulated.Mixed(50 * 40, seed + 10).Append(Simulated.Mixed(50 * 60, seed + 20, mean: 0.8)).Append(Simulated.Mixed(50 * 60, seed + 30));
            var steps = Simulated.Watch(new DriftMonitor(Watched.Reference, options, calibration), Blocks(stream));
            var during = steps.Where(step => step.Block >= 40).ToArray();
            var raised = Assert.Single(during, step => step.Transition == AlarmTransition.Raised);
            var resolved = Assert.Single(during, step => step.Transition == AlarmTransition.Resolved);
            Assert.InRange(raised.Block, 40, 43);
            Assert.InRange(resolved.Block, 100, 140);
            Assert.InRange(raised.Alarm!.OnsetBlock, 38, 42);
            Assert.NotNull(resolved.Alarm);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_fault_of_a_few_values_is_found_among_the_guards(int fault)
    {
        double[] faults = [Number.Missing, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        var rows = Simulated.Mixed(50 * 20, 8);
        var values = ((NumberColumn)rows["x"]).Values.ToArray();
        for (var row = 50 * 10; row < values.Length; row += 12)
        {
            values[row] = faults[fault];
        }

        var monitor = Watched.Monitor();
        var raised = Simulated.Watch(monitor, Blocks(rows.With(new NumberColumn(rows["x"].Schema, values)))).Where(step => step.Block >= 10)
            .First(step => step.Transition == AlarmTransition.Raised);
        Assert.InRange(raised.Block, 10, 11);
        Assert.Equal("guards", raised.Channels.MaxBy(channel => channel.Z).StatisticName);
    }

    [Fact]
    public void Every_window_says_what_it_found_and_the_strongest_is_the_verdict()
    {
        var monitor = Watched.Monitor();
        var step = Simulated.Watch(monitor, Blocks(Simulated.Mixed(50 * 40, 3, mean: 0.5)))[^1];
        var windows = monitor.EveryWindow();
        var scales = Watched.Options.Scales(Watched.Reference.Rows);
        Assert.Equal(scales.SelectMany(scale => new[] { (scale, "x"), (scale, "n") }), windows.Select(window => (window.Scale, window.Name)));
        Assert.All(step.Channels, channel => Assert.Contains(channel, windows));
    }

    [Fact]
    public void The_alarm_names_the_column_and_the_ranges_that_moved()
    {
        var steps = Simulated.Watch(Watched.Monitor(), Blocks(Simulated.Mixed(50 * 40, 3).Append(Simulated.Mixed(50 * 20, 4, mean: 1))));
        var alarm = steps[^1].Alarm!;
        Assert.Equal("x", alarm.Columns[0].Name);
        Assert.Equal(Effect.Wasserstein, alarm.Columns[0].EffectName);
        Assert.InRange(alarm.Columns[0].Effect, 0.8, 1.2);
        Assert.Equal(1, alarm.Columns.Sum(column => column.Share), 12);
        Assert.Contains(alarm.Columns[0].MovedRanges, range => range.Difference > 0.1);
        Assert.Contains(alarm.Columns[0].MovedRanges, range => range.Difference < -0.05);
    }

    [Fact]
    public void Goes_on_after_write_and_read_as_if_nothing_had_happened()
    {
        var stream = Simulated.Mixed(50 * 70, 5).Append(Simulated.Mixed(50 * 40, 6, mean: 0.7)).Append(Simulated.Mixed(50 * 40, 7));
        var whole = Watched.Monitor();
        var cut = Watched.Monitor();
        foreach (var (profile, block) in Blocks(stream).Select((profile, block) => (profile, block)))
        {
            Assert.Equal(whole.Observe(block, profile), cut.Observe(block, profile));
            if (block % 7 == 0)
            {
                var bytes = Bytes(cut);
                cut = DriftMonitor.Read(new PayloadReader(bytes), Watched.Reference, Watched.Options, Watched.Calibration);
                Assert.Equal(bytes, Bytes(cut));
            }
        }

        Assert.Equal(Bytes(whole), Bytes(cut));
    }

    [Fact]
    public void A_block_with_too_few_rows_has_no_verdict_but_a_reason()
    {
        var monitor = Watched.Monitor();
        var step = monitor.Observe(1, new Profile(Watched.Reference.Codebook));
        Assert.Equal($"0 rows, of at least {Watched.Options.MinimumRows}", step.Score.Reason);
        Assert.Equal(AlarmTransition.None, step.Transition);
        Assert.Empty(step.Channels);
    }

    [Fact]
    public void Blocks_must_come_in_order()
    {
        var monitor = Watched.Monitor();
        monitor.Observe(3, new Profile(Watched.Reference.Codebook));
        Assert.Throws<ArgumentOutOfRangeException>(() => monitor.Observe(3, new Profile(Watched.Reference.Codebook)));
    }

    [Fact]
    public void Each_kind_of_fault_raises_an_alarm_and_none_crashes()
    {
        var rows = 50 * 20;
        Column[] faults =
        [
            Numbers(Enumerable.Repeat(Number.Missing, rows)),
            Numbers(Enumerable.Repeat(double.NaN, rows)),
            Numbers(Enumerable.Repeat(double.PositiveInfinity, rows)),
            Numbers(Enumerable.Repeat(double.NegativeInfinity, rows)),
            Numbers(Enumerable.Repeat(0.1, rows)),
            NameColumn.From(new("n", ColumnKind.Categorical), Enumerable.Repeat<string?>("unseen before", rows)),
            NameColumn.From(new("n", ColumnKind.Categorical), Enumerable.Repeat<string?>(null, rows)),
        ];
        foreach (var fault in faults)
        {
            var steps = Simulated.Watch(Watched.Monitor(), Blocks(Simulated.Mixed(rows, 8).With(fault)));
            Assert.Equal(AlarmTransition.Raised, steps[0].Transition);
            Assert.Equal(fault.Name, steps[^1].Alarm!.Columns[0].Name);
            Assert.All(steps.SelectMany(step => step.Channels), channel => Assert.False(double.IsNaN(channel.Z) || double.IsNaN(channel.Effect)));
        }
    }

    [Fact]
    public void With_rebase_an_alarm_ends_the_verdicts()
    {
        var options = Watched.Options with { AfterAlarm = AfterAlarm.Rebase };
        var calibration = Watched.Calibrate(Watched.Reference, options, 5);
        var steps = Simulated.Watch(new DriftMonitor(Watched.Reference, options, calibration), Blocks(Simulated.Mixed(50 * 6, 9, mean: 3)));
        Assert.Equal(AlarmTransition.Raised, steps[0].Transition);
        Assert.All(steps.Skip(1), step => Assert.False(step.Score.IsDefined));
    }

    [Fact]
    public void K_of_n_waits_for_k_blocks_and_needs_less_of_each()
    {
        var options = Watched.Options with { RaiseAfter = 2, RaiseOutOf = 3 };
        var calibration = Watched.Calibrate(Watched.Reference, options, 5);
        var steps = Simulated.Watch(new DriftMonitor(Watched.Reference, options, calibration), Blocks(Simulated.Mixed(50 * 6, 9, mean: 3)));
        Assert.Equal([AlarmTransition.None, AlarmTransition.Raised, AlarmTransition.None], steps.Take(3).Select(step => step.Transition));
        Assert.True(calibration.Threshold < Watched.Calibration.Threshold);
    }

    [Fact]
    public void The_rows_since_a_block_are_those_of_its_and_later_blocks()
    {
        var monitor = Watched.Monitor();
        var blocks = Blocks(Simulated.Mixed(50 * 80, 11)).ToArray();
        Simulated.Watch(monitor, blocks, first: 100);
        var expected = blocks[70].Clone();
        foreach (var block in blocks[71..])
        {
            expected.Add(block);
        }

        Assert.Equal(expected, monitor.Since(170));
    }

    [Fact]
    public void A_calibration_of_another_reference_or_of_other_options_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new DriftMonitor(Watched.Reference, Watched.Options with { ClearBlocks = 9 }, Watched.Calibration));
        Assert.Throws<ArgumentException>(() =>
            new DriftMonitor(SynthMonitor.Drift.References.Reference.From(Simulated.Mixed(3000, 2)), Watched.Options, Watched.Calibration));
    }

    [Fact]
    public void Damaged_state_is_an_input_error()
    {
        var monitor = Watched.Monitor();
        Simulated.Watch(monitor, Blocks(Simulated.Mixed(50 * 3, 12)));
        var bytes = Bytes(monitor);
        Assert.Throws<InputException>(() =>
            DriftMonitor.Read(new PayloadReader(bytes.AsMemory(0, bytes.Length / 2)), Watched.Reference, Watched.Options, Watched.Calibration));
    }

    private static IEnumerable<Profile> Blocks(Table table) => Simulated.Blocks(Watched.Reference.Codebook, table, Watched.RowsPerBlock);

    private static NumberColumn Numbers(IEnumerable<double> values) => new(new("x", ColumnKind.Numeric), [.. values]);

    private static byte[] Bytes(DriftMonitor monitor)
    {
        var writer = new PayloadWriter();
        monitor.Write(writer);
        return writer.ToArray();
    }
}
