using SynthMonitor.Backends;
using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Backends;

public sealed class RowReaderTests : IDisposable
{
    private readonly RowsOnLog rows = new();

    public void Dispose() => rows.Dispose();

    private JoinedRows Read(long from = 0, long until = 1_000_000, long[]? ends = null, string monitor = RowsOnLog.Monitor) =>
        new RowReader(rows.Log, RowsOnLog.Topics).Read(monitor, RowsOnLog.Schema, from, until, ends ?? rows.Ends, TestContext.Current.CancellationToken);

    [Fact]
    public void Predictions_come_in_order_of_event_time_with_their_labels()
    {
        rows.Labels(new LabelRow(0, 300, "k2", "yes"));
        rows.Predictions(new PredictionRow(0, 200, "k1", X: 4, C: "b", Score: 0.25), new PredictionRow(1, 100, "k2", X: 5, Score: Number.Missing, Model: "v2"));
        var read = Read();
        Assert.Equal([100L, 200L], read.Times);
        Assert.Equal([5.0, 4.0], ((NumberColumn)read.Features["x"]).Values.ToArray());
        Assert.Equal("b", ((NameColumn)read.Features["c"])[1]);
        Assert.True(double.IsNaN(read.Scores[0]));
        Assert.Equal(["v2", "v1"], read.Models);
        Assert.Equal(["yes", null], read.Labels);
    }

    [Fact]
    public void A_row_that_is_written_again_counts_once_over_replays_and_epochs()
    {
        PredictionRow[] first = [.. Enumerable.Range(0, 20).Select(index => new PredictionRow(index, index, $"k{index}"))];
        rows.Predictions(first);
        rows.Predictions(first[..5]);
        rows.Predictions(epoch: 2, partition: 0, [.. first[10..], new PredictionRow(20, 20, "k20")]);
        rows.Predictions(epoch: 1, partition: 1, new PredictionRow(3, 99, "other partition"));
        Assert.Equal(22, Read().Rows);
    }

    [Fact]
    public void The_first_prediction_and_the_first_label_of_a_key_count_by_event_time_and_not_by_arrival()
    {
        rows.Predictions(new PredictionRow(0, 200, "k", X: 2), new PredictionRow(1, 100, "k", X: 1));
        rows.Labels(0, new LabelRow(0, 400, "k", "late"));
        rows.Labels(1, new LabelRow(0, 300, "k", "early"));
        var read = Read();
        Assert.Equal(1, Assert.Single(((NumberColumn)read.Features["x"]).Values.ToArray()));
        Assert.Equal("early", Assert.Single(read.Labels));
    }

    [Fact]
    public void Rows_lie_within_the_time_window_and_labels_before_its_end()
    {
        rows.Predictions(Enumerable.Range(0, 10).Select(index => new PredictionRow(index, index * 10, $"k{index}")));
        rows.Labels(Enumerable.Range(0, 10).Select(index => new LabelRow(index, (index * 10) + 25, $"k{index}", "yes")));
        var read = Read(from: 20, until: 60);
        Assert.Equal([20L, 30L, 40L, 50L], read.Times);
        Assert.Equal(["yes", "yes", null, null], read.Labels);
    }

    [Fact]
    public void Nothing_beyond_the_recorded_ends_is_read()
    {
        rows.Predictions(Enumerable.Range(0, 10).Select(index => new PredictionRow(index, index, $"k{index}")));
        var ends = rows.Ends;
        rows.Predictions(Enumerable.Range(10, 10).Select(index => new PredictionRow(index, index, $"k{index}")));
        rows.Labels(new LabelRow(0, 5, "k1", "yes"));
        var read = Read(ends: ends);
        Assert.Equal(10, read.Rows);
        Assert.All(read.Labels, Assert.Null);
    }

    [Fact]
    public void Old_event_times_on_young_records_are_found()
    {
        rows.Time.Advance(TimeSpan.FromDays(365));
        rows.Predictions(new PredictionRow(0, 5, "k"));
        Assert.Equal(1, Read().Rows);
    }

    // The log may have its record an hour before the event's own time: a producer's clock may go ahead.
    [Fact]
    public void A_record_that_is_older_than_its_event_time_is_found()
    {
        rows.Time.Advance(TimeSpan.FromDays(1));
        var time = (long)TimeSpan.FromDays(1).TotalMilliseconds + 3_500_000;
        rows.Predictions(new PredictionRow(0, time, "k"));
        rows.Time.Advance(TimeSpan.FromHours(2));
        rows.Predictions(Enumerable.Range(1, 8).Select(index => new PredictionRow(index, time + 1, $"l{index}")));
        Assert.Equal(9, Read(from: time, until: time + 1000).Rows);
    }

    [Fact]
    public void Other_monitors_and_markers_are_passed_over()
    {
        rows.Predictions(new PredictionRow(0, 5, "k"));
        rows.Append(0, RowsMessage.ToBytes(new RowMarker(RowsOnLog.Monitor, 1, new SourcePartition(SourceKind.Features, 0), 0, 1, true, false, 5)));
        Assert.Equal(1, Read().Rows);
        Assert.Throws<InputException>(() => Read(monitor: "others"));
    }

    [Fact]
    public void Rows_that_retention_has_deleted_are_an_error_and_no_empty_training_set()
    {
        using var few = new RowsOnLog(maximumRecords: 2);
        few.Predictions(Enumerable.Range(0, 10).Select(index => new PredictionRow(index, index, $"k{index}")));
        var ends = few.Ends;
        for (var index = 0; index < 20; index++)
        {
            few.Predictions(Enumerable.Range(0, 10).Select(key => new PredictionRow(100 + (index * 10) + key, 500, $"k{key}")));
        }

        var fault = Assert.Throws<InputException>(() => new RowReader(few.Log, RowsOnLog.Topics).Read(
            RowsOnLog.Monitor, RowsOnLog.Schema, 0, 100, ends, TestContext.Current.CancellationToken));
        Assert.Contains("retention", fault.Message, StringComparison.Ordinal);
    }
}
