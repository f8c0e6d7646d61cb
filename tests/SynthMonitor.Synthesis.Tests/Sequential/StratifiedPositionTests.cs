using SynthMonitor.Synthesis.Sequential;

namespace SynthMonitor.Synthesis.Tests.Sequential;

public sealed class StratifiedPositionTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(1024)]
    [InlineData(8192)]
    public void One_position_lies_in_each_of_as_many_equal_parts(int rows)
    {
        var position = new StratifiedPosition(5, 0, 3);
        var parts = Enumerable.Range(0, rows).Select(row => (int)(position.Of((ulong)row) * rows)).Order();
        Assert.Equal(Enumerable.Range(0, rows), parts);
    }

    [Fact]
    public void Columns_are_independent()
    {
        var (one, other) = (new StratifiedPosition(5, 0, 3), new StratifiedPosition(5, 0, 4));
        var cells = new int[64];
        for (var row = 0UL; row < 64_000; row++)
        {
            cells[(int)(one.Of(row) * 8) * 8 + (int)(other.Of(row) * 8)]++;
        }

        Assert.All(cells, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void Another_seed_gives_another_order() => Assert.NotEqual(
        Enumerable.Range(0, 64).Select(row => new StratifiedPosition(1, 0, 0).Of((ulong)row)),
        Enumerable.Range(0, 64).Select(row => new StratifiedPosition(2, 0, 0).Of((ulong)row)));
}
