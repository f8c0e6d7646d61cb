using SynthMonitor.Drift.Derived;

namespace SynthMonitor.Drift.Tests.Derived;

public class DistanceCellsTests
{
    [Fact]
    public void The_tail_is_halved_down_to_five_rows()
    {
        var codes = DistanceCells.Cut("d", [.. Enumerable.Range(1, 1000).Select(value => (double)value)]);
        Assert.Equal([100.0, 250, 500, 750, 900, 950, 975, 988, 994, 1000], codes.Upper);
        Assert.Equal(1, codes.Minimum);
    }

    [Fact]
    public void A_constant_distance_has_one_cell() => Assert.Equal([2.0], DistanceCells.Cut("d", [2, 2, 2]).Upper);
}
