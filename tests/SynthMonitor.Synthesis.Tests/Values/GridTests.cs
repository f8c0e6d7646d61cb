using CsCheck;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Tests.Values;

public sealed class GridTests
{
    [Fact]
    public void Decimals_and_steps_are_learnt()
    {
        Assert.Equal(new Grid(17, 1, 0), Grid.Learn([38, 17, 90]));
        Assert.Equal(new Grid(500, 250, 0), Grid.Learn([1000, 500, 750]));
        Assert.Equal(new Grid(199, 5, 2), Grid.Learn([1.99, 2.04, 2.09]));
        const double Noon = 43_200_000, Day = 86_400_000;
        Assert.Equal(new Grid((long)Noon, (long)Day, 0), Grid.Learn([Noon, Noon + 3 * Day, Noon + 4 * Day]));
    }

    [Fact]
    public void Values_without_rounding_have_no_grid()
    {
        Assert.Null(Grid.Learn([Math.PI, Math.E]));
        Assert.Null(Grid.Learn([1e300, 0.5]));
        Assert.Null(Grid.Learn([Number.Missing, double.NaN, double.PositiveInfinity]));
        Assert.Null(Grid.Learn([]));
    }

    [Fact]
    public void What_is_not_finite_is_passed_over() =>
        Assert.Equal(new Grid(1, 2, 0), Grid.Learn([1, Number.Missing, 3, double.PositiveInfinity, double.NaN]));

    [Fact]
    public void Every_learnt_value_is_on_the_grid() =>
        Gen.Select(Gen.Int[-100_000, 100_000].Array[1, 20], Gen.Int[0, 6]).Sample((wholes, decimals) =>
        {
            var values = wholes.Select(whole => whole / Math.Pow(10, decimals)).ToArray();
            var grid = Grid.Learn(values);
            return grid is not null && grid.Decimals <= decimals && values.All(value => grid.At(grid.IndexOf(value)) == value);
        });
}
