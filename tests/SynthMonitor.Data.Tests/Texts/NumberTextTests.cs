using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Tests.Texts;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("1", 1.0)]
    [InlineData(" -1.5e3 ", -1500.0)]
    [InlineData("+.5", 0.5)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("-1e400", double.NegativeInfinity)]
    [InlineData("NaN", double.NaN)]
    [InlineData("nan", double.NaN)]
    [InlineData("Infinity", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-Inf", double.NegativeInfinity)]
    [InlineData("1,5", null)]
    [InlineData("0x10", null)]
    [InlineData("1 2", null)]
    [InlineData("1f", null)]
    [InlineData("(1)", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    public void Numbers_are_read(string text, double? expected)
    {
        Assert.Equal(expected is not null, NumberText.TryParse(text, out var value));
        Assert.True(expected is null || value.Equals(expected));
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-0", 0L)]
    [InlineData("+12", 12L)]
    [InlineData(" 12 ", 12L)]
    [InlineData("-9007199254740993", -9007199254740993L)]
    [InlineData("99999999999999999999999", long.MaxValue)]
    [InlineData("-99999999999999999999999", -long.MaxValue)]
    [InlineData("007", null)]
    [InlineData("1.0", null)]
    [InlineData("1e3", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    public void Whole_numbers_are_told(string text, long? expected)
    {
        Assert.Equal(expected is not null, NumberText.IsWhole(text, out var value));
        Assert.True(expected is null || value == expected);
    }

    [Fact]
    public void Leading_zeros_are_told()
    {
        Assert.All(["007", "00"], text => Assert.True(NumberText.HasLeadingZero(text)));
        Assert.All(["0", "0.5", "10", "", "0x7"], text => Assert.False(NumberText.HasLeadingZero(text)));
    }

    [Fact]
    public void Exact_whole_numbers_end_at_two_to_the_53()
    {
        Assert.All([0, -1, 9007199254740992, -9007199254740992], value => Assert.True(NumberText.IsExactWhole(value)));
        Assert.All([0.5, 9007199254740994, double.NaN, double.PositiveInfinity], value => Assert.False(NumberText.IsExactWhole(value)));
    }
}
