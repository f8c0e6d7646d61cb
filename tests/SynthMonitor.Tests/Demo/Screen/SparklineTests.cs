using SynthMonitor.Demo.Screen;

namespace SynthMonitor.Tests.Demo.Screen;

public sealed class SparklineTests
{
    [Theory]
    [InlineData(0.0, '▁')]
    [InlineData(0.5, '▅')]
    [InlineData(1.0, '█')]
    [InlineData(-3.0, '▁')]
    [InlineData(7.0, '█')]
    [InlineData(null, Sparkline.Gap)]
    public void A_value_has_a_height(double? value, char expected) => Assert.Equal(expected, Sparkline.Of(value, 0, 1));

    [Fact]
    public void Bounds_that_are_one_give_the_lowest() => Assert.Equal('▁', Sparkline.Of(1, 1, 1));
}
