using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams.Injection;

namespace SynthMonitor.Tests.Demo.Streams.Injection;

public sealed class RanksTests
{
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0.25)]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 0.625)]
    [InlineData(2, 0.875)]
    [InlineData(3, 1)]
    [InlineData(double.NaN, 0.5)]
    public void Ties_share_the_middle_of_their_places(double value, double rank) =>
        Assert.Equal(rank, new Ranks([2, 0, double.NaN, 1, Number.Missing, 0]).Of(value));

    [Fact]
    public void An_empty_sample_places_everything_in_the_middle() => Assert.Equal(0.5, new Ranks([double.NaN]).Of(3));
}
