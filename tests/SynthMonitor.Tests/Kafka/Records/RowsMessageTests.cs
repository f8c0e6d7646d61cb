using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Kafka.Records;

/// <summary>The records of <c>rows</c>: markers, versions and damage.</summary>
public sealed class RowsMessageTests
{
    [Fact]
    public void A_marker_comes_back_as_it_was_given()
    {
        var marker = new RowMarker("loans", 2, SampleEpoch.Labels(3), 64, 70, true, true, long.MinValue);
        Assert.Equal(marker, RowsMessage.Read(RowsMessage.ToBytes(marker)));
    }

    [Fact]
    public void A_newer_version_is_refused_with_the_version()
    {
        var bytes = RowsMessage.ToBytes(new RowMarker("loans", 2, SampleEpoch.Labels(3), 64, 70, true, true, 1));
        bytes[0] = 2;
        Assert.Contains("version 2", Assert.Throws<InputException>(() => RowsMessage.Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 1, 3, 0 })]
    [InlineData(new byte[] { 1, 1, 9, 9, 9 })]
    [InlineData(new byte[] { 1, 2, 9 })]
    public void What_is_no_such_record_is_refused(byte[] bytes) => Assert.Throws<InputException>(() => RowsMessage.Read(bytes));

    [Fact]
    public void A_batch_that_was_cut_off_is_refused()
    {
        var builder = new RowBatchBuilder("loans", 1, SampleEpoch.Labels(0), []);
        builder.AddLabel(1, 2, 3, "k"u8, "1");
        var bytes = builder.Pack();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<InputException>(() => RowsMessage.Read(bytes.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData(1, 2, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 1, 5)]
    [InlineData(1, 1, -1)]
    public void A_batch_whose_columns_do_not_fit_each_other_is_refused(int times, int keyLength, int labelPosition)
    {
        var writer = new PayloadWriter();
        writer.WriteString("loans");
        writer.WriteSigned(1);
        writer.WriteByte((byte)SourceKind.Labels);
        writer.WriteCount(0);
        writer.WriteSigneds([7L]);
        writer.WriteSigneds(new long[times]);
        writer.WriteSigneds([0L]);
        writer.WriteBytes("k"u8);
        writer.WriteSigneds([keyLength]);
        writer.WriteStrings(["1"]);
        writer.WriteSigneds([labelPosition]);
        var bytes = RowsMessage.Compress(writer.Written);
        Assert.Throws<InputException>(() => RowsMessage.Read(bytes));
    }
}
