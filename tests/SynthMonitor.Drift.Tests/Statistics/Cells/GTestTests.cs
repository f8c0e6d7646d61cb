using SynthMonitor.Drift.Statistics.Cells;
using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Tests.Statistics.Cells;

public class GTestTests
{
    [Fact]
    public void One_cell_has_a_statistic_of_zero_and_no_p_value()
    {
        var result = GTest.Test([5, 0], [7, 0]);
        Assert.Equal(0, result.Statistic.Value);
        Assert.False(result.PValue.IsDefined);
    }

    [Fact]
    public void Samples_over_other_cells_are_refused() =>
        Assert.Throws<ArgumentException>(() => GTest.Test([1, 2], [1, 2, 3]));

    [Fact]
    public void Williams_correction_divides_as_in_Sokal_and_Rohlf()
    {
        // A 2 × 2 table with totals 12, 8 and 10, 10: q = 1 + (20/12 + 20/8 − 1)(20/10 + 20/10 − 1) / (6 · 20).
        var (plain, corrected) = (GTest.Test([8, 4], [2, 6]), GTest.Williams([8, 4], [2, 6]));
        var q = 1 + (((20.0 / 12) + (20.0 / 8) - 1) * 3 / 120);
        Assert.Equal(plain.Statistic.Value!.Value / q, corrected.Statistic.Value!.Value, 12);
        Assert.Equal(ChiSquared.UpperTail(corrected.Statistic.Value.Value, 1), corrected.PValue.Value!.Value, 14);
    }
}
