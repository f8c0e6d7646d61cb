using SynthMonitor.Data;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Kafka.Records;

/// <summary>The records of <c>profiles</c>: round trips, damage, other versions.</summary>
public sealed class ProfilesMessageTests
{
    [Fact]
    public void An_outcome_comes_back_as_it_was_given()
    {
        var outcomes = new OutcomeCounts();
        outcomes.Add(true, 0.7);
        outcomes.Add(false, 0.2);
        var record = new OutcomeRecord(3, 2, -5, [new OutcomeCell("v1", outcomes)], new JoinCounts(9, 1, 2, 3, 1, 1, 1, 20, 1234));
        var read = Assert.IsType<OutcomeRecord>(Read(ProfilesMessage.ToBytes(record)));
        Assert.Equal(record with { Cells = read.Cells }, read);
        Assert.Equal(("v1", outcomes), (read.Cells[0].Model, read.Cells[0].Outcomes));
    }

    [Fact]
    public void An_epoch_request_comes_back_as_it_was_given() =>
        Assert.Equal(new EpochRequest(4, "digest"), Read(ProfilesMessage.ToBytes(new EpochRequest(4, "digest"))));

    [Fact]
    public void A_newer_version_is_refused_with_the_version()
    {
        var bytes = ProfilesMessage.ToBytes(new EpochRequest(4, "digest"));
        bytes[0] = 2;
        var failure = Assert.Throws<InputException>(() => Read(bytes));
        Assert.Contains("version 2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("version 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_kind_is_refused() => Assert.Throws<InputException>(() => Read([1, 9]));

    [Fact]
    public void A_record_that_was_cut_off_is_refused()
    {
        var bytes = ProfilesMessage.ToBytes(new OutcomeRecord(1, 0, 5, [], default));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<InputException>(() => Read(bytes.AsSpan(0, length)));
        }
    }

    private static object? Read(ReadOnlySpan<byte> bytes) => ProfilesMessage.Read(bytes, _ => SampleEpoch.Loaded.Reference.Codebook);
}
