using SynthMonitor.Data;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Kafka.Records;

/// <summary>The start of an epoch on <c>state</c>.</summary>
public sealed class EpochStartTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(-3L)]
    [InlineData(0L)]
    [InlineData(28_401_120L)]
    public void A_start_comes_back_as_it_was_given(long? firstBlock)
    {
        var start = SampleEpoch.Start(
            firstBlock, new SourceStart(SampleEpoch.Features(0), 64, long.MinValue), new SourceStart(SampleEpoch.Labels(1), 0, SampleEpoch.At(1)));
        var read = EpochStart.FromBytes(start.ToBytes());
        Assert.Equal(start with { Sources = read.Sources }, read);
        Assert.Equal(start.Sources, read.Sources);
    }

    [Fact]
    public void A_newer_version_is_refused_with_the_version()
    {
        var bytes = SampleEpoch.Start().ToBytes();
        bytes[0] = 7;
        Assert.Contains("version 7", Assert.Throws<InputException>(() => EpochStart.FromBytes(bytes)).Message, StringComparison.Ordinal);
    }
}
