using SynthMonitor.Data.Schemas;
using SynthMonitor.Epochs;
using SynthMonitor.Ingest.Json;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Ingest;

/// <summary>What features and labels differ in: how a record is decoded, and what of it is kept.</summary>
internal interface IRecordReader
{
    /// <summary>The columns whose raw values go to <c>rows</c>.</summary>
    IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>Decodes a record; a reason where it cannot be read.</summary>
    string? Decode(in LogRecord record);

    /// <summary>What the parser said of a record that cannot be read, or null.</summary>
    string? Exception { get; }

    /// <summary>Why a decoded record is rejected, or null.</summary>
    string? Rejection { get; }

    /// <summary>The event time of the decoded record.</summary>
    long Time { get; }

    /// <summary>Its key.</summary>
    ReadOnlySpan<byte> Key { get; }

    /// <summary>Counts it.</summary>
    void Count(ChunkCounter chunk, long offset, long block);

    /// <summary>Keeps its raw values.</summary>
    void Keep(RowBatchBuilder builder, long offset, long earlierTime);
}

/// <summary>Reads feature records.</summary>
internal sealed class FeatureRecordReader(LoadedEpoch epoch) : IRecordReader
{
    private readonly FeatureDecoder decoder = new(epoch.Epoch.Features, epoch.Reference.Schema, epoch.Reference.Codebook);

    public IReadOnlyList<ColumnSchema> Columns => decoder.Columns;

    public string? Exception => decoder.Exception;

    public string? Rejection =>
        decoder.Row.Key.Span.IsEmpty ? DeadLetterReason.NoKey : decoder.Row.Time is null ? DeadLetterReason.NoTime : null;

    public long Time => decoder.Row.Time ?? throw new InvalidOperationException("the record was rejected");

    public ReadOnlySpan<byte> Key => decoder.Row.Key.Span;

    public string? Decode(in LogRecord record) => decoder.Decode(record.Value, record.Key, record.Timestamp);

    public void Count(ChunkCounter chunk, long offset, long block) =>
        chunk.Accept(offset, Time, block, epoch.Epoch.CountedModel(decoder.Row.Model), decoder.Row.Codes, decoder.Row.Faults);

    public void Keep(RowBatchBuilder builder, long offset, long earlierTime) => builder.AddFeatures(
        offset, Time, earlierTime, Key, decoder.Row.Score, decoder.Row.Model, decoder.Row.Numbers, decoder.Row.Names);
}

/// <summary>Reads label records.</summary>
internal sealed class LabelRecordReader(LabelInput input) : IRecordReader
{
    private readonly LabelDecoder decoder = new(input);

    public IReadOnlyList<ColumnSchema> Columns => [];

    public string? Exception => decoder.Exception;

    public string? Rejection =>
        decoder.Key.Span.IsEmpty ? DeadLetterReason.NoKey
        : decoder.Time is null ? DeadLetterReason.NoTime
        : decoder.Label.Length == 0 ? DeadLetterReason.NoLabel : null;

    public long Time => decoder.Time ?? throw new InvalidOperationException("the record was rejected");

    public ReadOnlySpan<byte> Key => decoder.Key.Span;

    public string? Decode(in LogRecord record) => decoder.Decode(record.Value, record.Key, record.Timestamp);

    public void Count(ChunkCounter chunk, long offset, long block) => chunk.Accept(offset, Time, block, "", [], 0);

    public void Keep(RowBatchBuilder builder, long offset, long earlierTime) =>
        builder.AddLabel(offset, Time, earlierTime, Key, decoder.Label);
}
