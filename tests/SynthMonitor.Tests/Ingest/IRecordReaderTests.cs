using System.Text;
using SynthMonitor.Ingest;
using SynthMonitor.Ingest.Json;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Ingest;

/// <summary>What features and labels are rejected for, and what is kept of them.</summary>
public sealed class IRecordReaderTests
{
    [Theory]
    [InlineData("""{"ts":1704067200000,"x":1}""", DeadLetterReason.NoKey)]
    [InlineData("""{"id":"","ts":1704067200000}""", DeadLetterReason.NoKey)]
    [InlineData("""{"id":["k"],"ts":1704067200000}""", DeadLetterReason.NoKey)]
    [InlineData("""{"id":"k","x":1}""", DeadLetterReason.NoTime)]
    [InlineData("""{"id":"k","ts":"soon"}""", DeadLetterReason.NoTime)]
    [InlineData("""{"id":"k","ts":1704067200000}""", null)]
    public void Features_need_a_key_and_a_time(string json, string? reason) =>
        Assert.Equal(reason, Rejection(new FeatureRecordReader(SampleEpoch.Loaded), json));

    [Theory]
    [InlineData("""{"ts":1704067200000,"label":1}""", DeadLetterReason.NoKey)]
    [InlineData("""{"id":"k","label":1}""", DeadLetterReason.NoTime)]
    [InlineData("""{"id":"k","ts":1704067200000}""", DeadLetterReason.NoLabel)]
    [InlineData("""{"id":"k","ts":1704067200000,"label":null}""", DeadLetterReason.NoLabel)]
    [InlineData("""{"id":"k","ts":1704067200000,"label":0}""", null)]
    public void Labels_need_a_key_a_time_and_a_label(string json, string? reason) =>
        Assert.Equal(reason, Rejection(new LabelRecordReader(SampleEpoch.Loaded.Epoch.Labels!), json));

    [Fact]
    public void A_feature_record_is_kept_with_its_raw_values()
    {
        var reader = new FeatureRecordReader(SampleEpoch.Loaded);
        Assert.Null(Rejection(reader, Encoding.UTF8.GetString(SampleEpoch.FeatureRecord("k1", 3, x: 0.25))));
        var builder = new RowBatchBuilder("loans", 1, SampleEpoch.Features(0), reader.Columns);
        reader.Keep(builder, 17, 99);
        var batch = (RowBatch)RowsMessage.Read(builder.Pack());
        Assert.Equal(("k1", 17, 99, SampleEpoch.At(3)), (batch.Keys[0], batch.Offsets[0], batch.EarlierTimes[0], batch.Times[0]));
        Assert.Equal((0.5, "v1"), (batch.Scores[0], batch.Models[0]));
        Assert.Equal(["x", "c"], batch.Features!.Columns.Select(column => column.Name));
    }

    [Fact]
    public void The_time_of_a_rejected_record_is_not_asked_for()
    {
        var reader = new FeatureRecordReader(SampleEpoch.Loaded);
        Rejection(reader, "{}");
        Assert.Throws<InvalidOperationException>(() => reader.Time);
    }

    private static string? Rejection(IRecordReader reader, string json)
    {
        Assert.Null(reader.Decode(new LogRecord(new("t", 0), 0, 0, [], Encoding.UTF8.GetBytes(json))));
        return reader.Rejection;
    }
}
