using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Backends;

/// <summary>
/// Reads a monitor's rows back from the <c>rows</c> topic: by event time, up to recorded end offsets, each origin once. As in the join the
/// first prediction and the first label of a key count, by event time and origin.
/// </summary>
internal sealed class RowReader(ILog log, InternalTopics topics)
{
    /// <summary>How far event times and the log's clock may be apart, milliseconds.</summary>
    private const long Skew = 2 * 3_600_000;

    /// <summary>Reads rows.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="schema">The feature columns that rows must have.</param>
    /// <param name="from">The earliest event time, milliseconds.</param>
    /// <param name="until">The event time before which rows and labels must lie, milliseconds.</param>
    /// <param name="ends">End offsets of the <c>rows</c> partitions.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <exception cref="InputException">There are no rows.</exception>
    public JoinedRows Read(string monitor, Schema schema, long from, long until, IReadOnlyList<long> ends, CancellationToken cancellation)
    {
        var predictions = new List<Origin>();
        var labels = new Dictionary<string, Origin>(StringComparer.Ordinal);
        for (var partition = 0; partition < ends.Count; partition++)
        {
            var source = new TopicPartition(topics.Rows, partition);
            var highest = new Dictionary<SourcePartition, long>();
            var start = log.OffsetFor(source, from - Skew);
            start = start >= ends[partition] ? log.Start(source) : start;
            log.Read(source, start, ends[partition], (in LogRecord record) =>
            {
                if (RowsMessage.Read(record.Value) is RowBatch batch && batch.Monitor == monitor)
                {
                    Take(batch, highest, from, until, predictions, labels);
                }
            }, cancellation);
        }

        if (predictions.Count == 0)
        {
            throw new InputException(null, null, null, $"no rows of '{monitor}' between {Text(from)} and {Text(until)} are on the log", "rows that retention has not deleted");
        }

        predictions.Sort();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        return Gather(predictions.FindAll(prediction => keys.Add(prediction.Key)), labels, schema);
    }

    private static void Take(
        RowBatch batch, Dictionary<SourcePartition, long> highest, long from, long until,
        List<Origin> predictions, Dictionary<string, Origin> labels)
    {
        var seen = highest.GetValueOrDefault(batch.Source, -1);
        for (var row = 0; row < batch.Rows; row++)
        {
            if (batch.Offsets[row] <= seen)
            {
                continue;
            }

            seen = batch.Offsets[row];
            var origin = new Origin(batch, row);
            if (origin.Time >= until)
            {
                continue;
            }

            if (batch.Source.Kind == SourceKind.Features)
            {
                if (origin.Time >= from)
                {
                    predictions.Add(origin);
                }
            }
            else if (!labels.TryGetValue(origin.Key, out var known) || origin.CompareTo(known) < 0)
            {
                labels[origin.Key] = origin;
            }
        }

        highest[batch.Source] = seen;
    }

    private static JoinedRows Gather(List<Origin> predictions, Dictionary<string, Origin> labels, Schema schema)
    {
        var columns = schema.Columns.Where(column => column.Role is ColumnRole.Feature or ColumnRole.Segment or ColumnRole.Prediction)
            .Select(column => Gather(predictions, column));
        return new JoinedRows(
            new Table([.. columns]),
            [.. predictions.Select(prediction => prediction.Time)],
            [.. predictions.Select(prediction => prediction.Batch.Scores[prediction.Row])],
            [.. predictions.Select(prediction => prediction.Batch.Models[prediction.Row])],
            [.. predictions.Select(prediction => labels.TryGetValue(prediction.Key, out var label) ? label.Batch.Labels[label.Row] : null)]);
    }

    private static Column Gather(List<Origin> predictions, ColumnSchema schema)
    {
        if (schema.IsNominal)
        {
            return NameColumn.From(schema, predictions.Select(prediction =>
                prediction.Batch.Features!.Find(schema.Name) is NameColumn names ? names[prediction.Row] : null));
        }

        return new NumberColumn(schema, [.. predictions.Select(prediction =>
            prediction.Batch.Features!.Find(schema.Name) is NumberColumn numbers ? numbers.Values[prediction.Row] : Number.Missing)]);
    }

    private static string Text(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time).ToString("O");

    /// <summary>A row by where it stands.</summary>
    private readonly record struct Origin(RowBatch Batch, int Row) : IComparable<Origin>
    {
        public long Time => Batch.Times[Row];

        public string Key => Batch.Keys[Row];

        public int CompareTo(Origin other) =>
            (Time, Batch.Source, Batch.Offsets[Row]).CompareTo((other.Time, other.Batch.Source, other.Batch.Offsets[other.Row]));
    }
}
