using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Derived;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;
using SynthMonitor.Drift.Tests.Monitoring;

namespace SynthMonitor.Drift.Tests.Derived;

public class DerivedColumnsTests
{
    private const int RowsPerBlock = 20;

    private static readonly ReferenceOptions Deriving = new(Derives: true);
    private static readonly MonitorOptions Options = new(new FalseAlarmBudget(0.001), RowsPerBlock);

    [Fact]
    public void Rows_that_were_fitted_on_have_no_code_and_the_others_have_one()
    {
        var derived = DerivedColumns.Fit(Related.Rows(400, 1, 0.5))!;
        for (var column = 0; column < derived.Columns.Length; column++)
        {
            var codes = derived.Codes[column].ToArray();
            Assert.All(codes.Index(), code => Assert.Equal(InterleavedHalves.IsFitted(code.Index), code.Item == Code.Missing));
            Assert.All(codes.Where(code => code != Code.Missing), code => Assert.True(code >= Code.First));
        }
    }

    [Fact]
    public void Too_few_rows_derive_nothing() => Assert.Null(DerivedColumns.Fit(Related.Rows(DerivedColumns.FewestRows - 1, 1, 0.5)));

    [Fact]
    public void A_change_of_the_joint_distribution_alone_is_found_and_nothing_without_one()
    {
        var reference = Reference.From(Related.Rows(2000, 1, 0.9), Deriving);
        var calibration = Watched.Calibrate(reference, Options, 1);
        var clean = Steps(reference, calibration, 0.9, blocks: 300);
        Assert.True(clean.Count(step => step.Transition == AlarmTransition.Raised) <= 3);

        var changed = Steps(reference, calibration, -0.9, blocks: 10);
        var alarm = changed.First(step => step.Transition == AlarmTransition.Raised);
        Assert.True(alarm.Block <= 1);
        Assert.StartsWith("joint:", alarm.Alarm!.Columns[0].Name);
    }

    [Fact]
    public void The_threshold_keeps_the_budget_where_columns_are_derived_on_half_the_rows()
    {
        var options = Options with { Budget = new(0.02) };
        var (alarms, blocks) = (0, 0);
        for (var seed = 1UL; seed <= 4; seed++)
        {
            var reference = Reference.From(Related.Rows(1000, seed, 0.9), Deriving);
            var steps = Steps(reference, Watched.Calibrate(reference, options, seed), 0.9, 400, options);
            alarms += steps.Count(step => step.Transition == AlarmTransition.Raised);
            blocks += steps.Count;
        }

        // 32 are allowed on average; a rate twice as high, or a twentieth of it, is out.
        Assert.InRange(alarms, 2, 2 * 0.02 * blocks);
    }

    [Fact]
    public void A_reference_with_them_is_read_as_it_was_written()
    {
        var reference = Reference.From(Related.Rows(400, 1, 0.5), Deriving);
        var bytes = ReferenceFormat.ToBytes(reference);
        var read = ReferenceFormat.FromBytes(bytes);
        Assert.Equal(bytes, ReferenceFormat.ToBytes(read));
        Assert.Equal(reference.Digest, read.Digest);
        Assert.Equal(reference.Watched, read.Watched);
        var rows = Related.Rows(100, 2, 0.5);
        for (var column = 0; column < reference.Watched.Columns.Length; column++)
        {
            Assert.Equal(reference.Encode(rows)[column].ToArray(), read.Encode(rows)[column].ToArray());
        }
    }

    [Fact]
    public void What_is_left_for_counts_has_none_and_another_digest()
    {
        var reference = Reference.From(Related.Rows(400, 1, 0.5), Deriving);
        reference = reference.With(Watched.Calibrate(reference, Options, 1));
        var counts = reference.ForCounts();
        Assert.False(counts.HasDerived);
        Assert.Same(counts.Codebook, counts.Watched);
        Assert.Empty(counts.Calibrations);
        Assert.NotEqual(reference.Digest, counts.Digest);
        Assert.Equal(Reference.From(Related.Rows(400, 1, 0.5)).Digest, counts.Digest);
    }

    private static IReadOnlyList<MonitorStep> Steps(
        Reference reference, Calibration calibration, double correlation, int blocks, MonitorOptions? options = null)
    {
        var codes = reference.Encode(Related.Rows(blocks * RowsPerBlock, 99, correlation));
        var monitor = new DriftMonitor(reference, options ?? Options, calibration);
        return [.. Enumerable.Range(0, blocks).Select(block =>
        {
            var profile = new Profile(reference.Watched);
            profile.Add(codes, block * RowsPerBlock, RowsPerBlock);
            return monitor.Observe(block, profile);
        })];
    }
}
