using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Derived;

namespace SynthMonitor.Drift.Tests.Derived;

public class InterleavedHalvesTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(160)]
    [InlineData(1000)]
    public void The_halves_share_no_row_and_honest_rows_are_of_the_other_half_and_near(int rows)
    {
        int[] all = [.. InterleavedHalves.Rows(rows, true), .. InterleavedHalves.Rows(rows, false)];
        Assert.Equal(Enumerable.Range(0, rows), all.Order());
        var random = new KeyedRandom(1);
        for (var row = 0; row < rows; row++)
        {
            var honest = InterleavedHalves.Honest(row, rows, ref random);
            Assert.InRange(honest, 0, rows - 1);
            Assert.False(InterleavedHalves.IsFitted(honest));
            Assert.True(Math.Abs(honest - row) <= 32);
            Assert.True(InterleavedHalves.IsFitted(row) || honest == row);
        }
    }
}
