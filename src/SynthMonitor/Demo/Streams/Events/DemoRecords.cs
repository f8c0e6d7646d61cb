using System.Buffers;
using System.Collections.Immutable;
using SynthMonitor.Data.Formats.JsonLines;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Events;

/// <summary>
/// Writes scored rows and labels as flat JSON objects, in the form of JSON lines: a missing value is null. Not thread-safe; records are
/// written one by one into the same memory.
/// </summary>
public sealed class DemoRecords : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly ImmutableArray<string> features;
    private readonly string keyPrefix;
    private readonly EventClock clock;
    private readonly Schema featureSchema;
    private readonly Schema labelSchema;
    private readonly JsonRowWriter featureWriter;
    private readonly JsonRowWriter labelWriter;

    /// <summary>Prepares for the rows of a stream.</summary>
    /// <param name="schema">The columns; the features and segments that can be coded are written.</param>
    /// <param name="keyPrefix">What keys begin with.</param>
    /// <param name="clock">When rows happen.</param>
    public DemoRecords(Schema schema, string keyPrefix, EventClock clock)
    {
        this.keyPrefix = keyPrefix;
        this.clock = clock;
        Fields = RecordFields.For(schema);
        var written = schema.Columns.Where(column => column is { IsCoded: true, Role: ColumnRole.Feature or ColumnRole.Segment }).ToList();
        features = [.. written.Select(column => column.Name)];
        ColumnSchema id = new(Fields.Id, ColumnKind.Text, ColumnRole.Key), time = new(Fields.Time, ColumnKind.Datetime, ColumnRole.Time);
        featureSchema = new(
            [id, time, .. written, new(Fields.Score, ColumnKind.Numeric, ColumnRole.Score), new(Fields.Version, ColumnKind.Text)]);
        labelSchema = new([id, time, new(Fields.Label, ColumnKind.Categorical, ColumnRole.Target)]);
        featureWriter = new JsonRowWriter(featureSchema);
        labelWriter = new JsonRowWriter(labelSchema);
    }

    /// <summary>The names of the fields beside the features.</summary>
    public RecordFields Fields { get; }

    /// <summary>The key of a row, such as <c>loan-000001</c> for row 0.</summary>
    public string KeyOf(long row) => $"{keyPrefix}-{row + 1:D6}";

    /// <summary>Feature records: id, event time, features, score, model version.</summary>
    /// <param name="rows">Rows that follow each other in the stream.</param>
    /// <param name="firstRow">The place of the first of them in the stream.</param>
    /// <param name="scores">For each row what the model gave: the probability of the positive class.</param>
    /// <param name="modelVersion">The version of the model.</param>
    public IEnumerable<DemoRecord> Features(Table rows, long firstRow, double[] scores, string modelVersion)
    {
        var places = Enumerable.Range(0, rows.Rows).Select(row => firstRow + row).ToList();
        var times = places.Select(clock.MillisecondsOf).ToList();
        var version = new NameColumn(featureSchema.Columns[^1], [modelVersion], new int[rows.Rows]);
        var records = new Table(
            [Ids(places), Times(times), .. features.Select(name => rows[name]), new NumberColumn(featureSchema.Columns[^2], scores), version]);
        return Write(records, featureWriter, places, times);
    }

    /// <summary>Label records: id, time of arrival, class.</summary>
    /// <param name="labels">Labels, in order of arrival.</param>
    public IEnumerable<DemoRecord> Labels(IReadOnlyList<DelayedLabel> labels)
    {
        var places = labels.Select(label => label.Row).ToList();
        var times = labels.Select(label => label.Arrival).ToList();
        var records = new Table([Ids(places), Times(times), NameColumn.From(labelSchema[2], labels.Select(label => label.Label))]);
        return Write(records, labelWriter, places, times);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        featureWriter.Dispose();
        labelWriter.Dispose();
    }

    private NameColumn Ids(List<long> places) => NameColumn.From(labelSchema[0], places.Select(KeyOf));

    private NumberColumn Times(List<long> times) => new(labelSchema[1], [.. times.Select(time => (double)time)]);

    private IEnumerable<DemoRecord> Write(Table records, JsonRowWriter writer, List<long> places, List<long> times)
    {
        for (var row = 0; row < records.Rows; row++)
        {
            buffer.ResetWrittenCount();
            writer.Write(records, row, buffer);
            yield return new DemoRecord(KeyOf(places[row]), times[row], buffer.WrittenMemory);
        }
    }
}
