using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Drift.Tests.Monitoring;

public class SensitivityTests
{
    [Fact]
    public void A_shift_of_the_size_stated_is_found_and_a_quarter_of_it_is_not()
    {
        var shift = Sensitivity.Of(Watched.Reference, Watched.Calibration)[0];
        Assert.Equal("mean", shift.Kind);
        Assert.InRange(Share(2 * shift.Size.Value!.Value, shift.Blocks), 0.9, 1);
        Assert.InRange(Share(shift.Size.Value!.Value, shift.Blocks), 0.2, 0.95);
        Assert.InRange(Share(shift.Size.Value!.Value / 4, shift.Blocks), 0, 0.35);
    }

    [Fact]
    public void A_rarer_budget_finds_less()
    {
        var rarer = Watched.Calibrate(Watched.Reference, Watched.Options with { Budget = new(1e-6) }, 5);
        foreach (var (often, seldom) in Sensitivity.Of(Watched.Reference, Watched.Calibration).Zip(Sensitivity.Of(Watched.Reference, rarer)))
        {
            Assert.Equal(often.Kind, seldom.Kind);
            Assert.True(seldom.Size.Value > often.Size.Value);
        }
    }

    [Fact]
    public void What_cannot_change_is_undefined()
    {
        var reference = Drift.References.Reference.From(Simulated.Normals(500, 1, 1));
        var unseen = Sensitivity.Of(reference, Watched.Calibrate(reference, Watched.Options, 1))[2];
        Assert.False(unseen.Size.IsDefined);
        Assert.Equal(0, unseen.Blocks);
    }

    /// <summary>The share of 40 streams in which the shift has raised an alarm by the last of so many blocks.</summary>
    private static double Share(double mean, int blocks)
    {
        var found = 0;
        for (var seed = 100UL; seed < 140; seed++)
        {
            var steps = Simulated.Watch(
                Watched.Monitor(),
                Simulated.Blocks(Watched.Reference.Codebook, Simulated.Mixed(blocks * Watched.RowsPerBlock, seed, mean), Watched.RowsPerBlock));
            found += steps.Any(step => step.Transition == AlarmTransition.Raised) ? 1 : 0;
        }

        return found / 40.0;
    }
}
