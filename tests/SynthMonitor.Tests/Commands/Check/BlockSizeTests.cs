using SynthMonitor.Commands.Check;
using SynthMonitor.Data;

namespace SynthMonitor.Tests.Commands.Check;

public sealed class BlockSizeTests
{
    [Fact]
    public void Numbers_are_rows_and_numbers_with_a_unit_are_time()
    {
        Assert.Equal(new BlockSize(200, null), BlockSize.Parse("200"));
        Assert.Equal(new BlockSize(null, TimeSpan.FromDays(1)), BlockSize.Parse("1d"));
        Assert.Equal(new BlockSize(null, TimeSpan.FromMinutes(30)), BlockSize.Parse("30m"));
        Assert.Equal(new BlockSize(null, TimeSpan.FromDays(14)), BlockSize.Parse("2w"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("d")]
    [InlineData("0h")]
    [InlineData("1y")]
    [InlineData("1.5d")]
    public void Anything_else_is_bad_input(string text) => Assert.Throws<InputException>(() => BlockSize.Parse(text));
}
