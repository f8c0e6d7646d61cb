using SynthMonitor.Data;
using SynthMonitor.Demo.Streams.Injection;

namespace SynthMonitor.Tests.Demo.Streams.Injection;

public sealed class DriftInjectionTests
{
    [Theory]
    [InlineData("covariate@0", DriftKind.Covariate, 0)]
    [InlineData("concept@40000", DriftKind.Concept, 40_000)]
    [InlineData("new-slice@20000", DriftKind.NewSlice, 20_000)]
    [InlineData("label-shift@5000000000", DriftKind.LabelShift, 5_000_000_000)]
    [InlineData("none", DriftKind.None, 0)]
    public void Is_read_and_written(string text, DriftKind kind, long row)
    {
        var injection = DriftInjection.Parse(text);

        Assert.Equal(new DriftInjection(kind, row), injection);
        Assert.Equal(text, injection.ToString());
    }

    [Fact]
    public void None_at_a_row_is_none() => Assert.Equal(DriftInjection.None, DriftInjection.Parse("none@40000"));

    [Theory]
    [InlineData("")]
    [InlineData("concept")]
    [InlineData("concept@")]
    [InlineData("concept@-1")]
    [InlineData("concept@4e3")]
    [InlineData("concept@40000@1")]
    [InlineData("concept@99999999999999999999")]
    [InlineData("Concept@1")]
    [InlineData("sudden@40000")]
    public void Anything_else_is_an_error_with_examples(string text)
    {
        var message = Assert.Throws<InputException>(() => DriftInjection.Parse(text)).Message;

        Assert.StartsWith($"drift '{text}'; expected KIND@ROW such as concept@40000 or ", message, StringComparison.Ordinal);
    }
}
