using CsCheck;
using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Tests.Configuration.Values;

public sealed class SpanTests
{
    [Theory]
    [InlineData("0s", 0)]
    [InlineData("250ms", 0.25)]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("7d", 604_800)]
    [InlineData("2w", 1_209_600)]
    public void A_span_is_read(string text, double seconds)
    {
        Assert.True(Span.TryParse(text, out var span));
        Assert.Equal(TimeSpan.FromSeconds(seconds), span);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5 m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("5M")]
    [InlineData("m")]
    [InlineData("999999999w")]
    [InlineData("99999999999999999999s")]
    public void Anything_else_is_no_span(string text) => Assert.False(Span.TryParse(text, out _));

    [Theory]
    [InlineData("5m", "5m")]
    [InlineData("90s", "1m30s")]
    [InlineData("2w", "14d")]
    [InlineData("24h", "1d")]
    [InlineData("0ms", "0s")]
    public void A_span_is_written_the_short_way(string text, string written)
    {
        Assert.True(Span.TryParse(text, out var span));
        Assert.Equal(written, Span.Format(span));
    }

    [Fact]
    public void What_is_written_reads_back() => Gen.Long[0, 100L * 366 * 86_400_000].Sample(milliseconds =>
    {
        var span = TimeSpan.FromMilliseconds(milliseconds);
        return Span.TryParse(Span.Format(span), out var read) && read == span;
    });
}
