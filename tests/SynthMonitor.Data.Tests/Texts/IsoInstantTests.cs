using CsCheck;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Tests.Texts;

public sealed class IsoInstantTests
{
    [Theory]
    [InlineData("1970-01-01", 0.0)]
    [InlineData("1970-01-01T00:00:01Z", 1000.0)]
    [InlineData("1970-01-01 00:01", 60_000.0)]
    [InlineData("1970-01-01t00:00:00.1234567z", 123.0)]
    [InlineData("1970-01-01T00:00:00,5", 500.0)]
    [InlineData("1970-01-01T01:00:00+01:00", 0.0)]
    [InlineData("1969-12-31T19:30:00-0430", 0.0)]
    [InlineData("1970-01-01T05+05", null)]
    [InlineData("1970-01-01T05:00+05", 0.0)]
    [InlineData("2024-02-29", 1_709_164_800_000.0)]
    [InlineData("0001-01-01", IsoInstant.First)]
    [InlineData("9999-12-31T23:59:59.999Z", IsoInstant.Last)]
    [InlineData("0001-01-01T00:00:00+01:00", null)]
    [InlineData("2023-02-29", null)]
    [InlineData("2024-13-01", null)]
    [InlineData("2024-00-10", null)]
    [InlineData("0000-01-01", null)]
    [InlineData("2024-1-01", null)]
    [InlineData("2024-01-01T24:00", null)]
    [InlineData("2024-01-01T00:60", null)]
    [InlineData("2024-01-01T00:00:60", null)]
    [InlineData("2024-01-01T00:00:00.Z", null)]
    [InlineData("2024-01-01T00:00:00+1", null)]
    [InlineData("2024-01-01T00:00:00+19:00", null)]
    [InlineData("2024-01-01T", null)]
    [InlineData("2024-01-01x", null)]
    [InlineData("20240101", null)]
    [InlineData("", null)]
    public void Texts_are_read(string text, double? expected)
    {
        Assert.Equal(expected is not null, IsoInstant.TryParse(text, out var instant));
        Assert.True(expected is null || instant == expected);
    }

    [Fact]
    public void Written_instants_come_back() => Gen.Double[IsoInstant.First, IsoInstant.Last].Sample(value =>
    {
        Span<char> text = stackalloc char[24];
        Assert.True(IsoInstant.TryParse(text[..IsoInstant.Format(Math.Floor(value), text)], out var read));
        Assert.Equal(Math.Floor(value), read);
    });

    [Fact]
    public void Instants_and_times_agree_to_the_millisecond()
    {
        Assert.Equal(-1, IsoInstant.FromDateTime(DateTime.UnixEpoch.AddTicks(-1)));
        Assert.Equal(IsoInstant.First, IsoInstant.FromDateTime(DateTime.MinValue));
        Assert.Equal(DateTime.MinValue, IsoInstant.ToDateTime(IsoInstant.First));
        Assert.Throws<ArgumentOutOfRangeException>(() => IsoInstant.ToDateTime(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => IsoInstant.ToDateTime(IsoInstant.Last + 1));
    }
}
