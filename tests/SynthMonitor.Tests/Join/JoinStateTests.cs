using SynthMonitor.Data.Storage;
using SynthMonitor.Join;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Join;

/// <summary>The join of one rows partition: when blocks close, in which order rows are taken, and what is late.</summary>
public sealed class JoinStateTests
{
    private readonly JoinState state = New();

    [Fact]
    public void A_block_closes_when_every_source_partition_has_passed_it()
    {
        state.Apply(SampleRows.Predictions(0, (0, "a", 5), (1, "b", 10)));
        state.Apply(SampleRows.Labels(1, (0, "a", 15), (1, "b", 20)));
        Assert.Empty(Pass(95, SampleEpoch.Features(0), SampleEpoch.Features(1), SampleEpoch.Labels(0)));
        Assert.Equal(0, state.Counts.Joined);
        var record = Assert.Single(Pass(95, SampleEpoch.Labels(1)));
        Assert.Equal((SampleEpoch.FirstBlock, 2, 1), (record.Block, record.Cells.Single().Outcomes.Rows, record.Epoch));
        Assert.Equal((2, 2), (state.Counts.Joined, record.Counts.Joined));
    }

    [Fact]
    public void Rows_are_taken_by_event_time_and_not_by_arrival()
    {
        state.Apply(SampleRows.Labels(0, (0, "k", 20)));
        state.Apply(SampleRows.Labels(1, (0, "k", 15)));
        state.Apply(SampleRows.Predictions(0, (0, "k", 5)));
        PassAll(95);
        Assert.Equal((1, 1, 10_000), (state.Counts.Joined, state.Counts.Duplicate, state.Counts.DelayMilliseconds));
    }

    [Fact]
    public void A_pair_belongs_to_the_block_of_its_later_time()
    {
        state.Apply(SampleRows.Predictions(0, (0, "k", 5)));
        state.Apply(SampleRows.Labels(0, (0, "k", 65)));
        var records = PassAll(155);
        Assert.Equal([(0, 0L), (1, 1)], records.Select(record => (record.Block - SampleEpoch.FirstBlock, record.Cells.Sum(cell => cell.Outcomes.Rows))));
    }

    [Fact]
    public void Replayed_rows_count_once()
    {
        var batch = SampleRows.Labels(0, (0, "a", 5), (1, "b", 6));
        state.Apply(batch);
        state.Apply(batch);
        state.Apply(SampleRows.Labels(0, (1, "b", 6), (2, "c", 7)));
        PassAll(95);
        Assert.Equal(3, state.Counts.Labels);
    }

    [Fact]
    public void A_label_of_a_block_that_had_ended_is_late()
    {
        state.Apply(SampleRows.Labels(0, (0, "a", 95), (1, "b", 5)));
        PassAll(200);
        Assert.Equal((2, 1), (state.Counts.Labels, state.Counts.Late));
        Assert.True(state.Counts.AreConserved);
    }

    [Fact]
    public void What_an_idle_partition_brings_for_a_closed_block_is_late()
    {
        Assert.Empty(state.Apply(SampleRows.Marker(SampleEpoch.Labels(1), 0, 0, null, idle: true)));
        Pass(95, SampleEpoch.Features(0), SampleEpoch.Features(1), SampleEpoch.Labels(0));
        state.Apply(SampleRows.Labels(1, (0, "a", 5), (1, "b", 65)));
        Assert.Equal((1, 1), (state.Counts.Labels, state.Counts.Late));
    }

    [Fact]
    public void When_all_are_idle_nothing_closes()
    {
        state.Apply(SampleRows.Predictions(0, (0, "k", 5)));
        foreach (var source in Sources())
        {
            Assert.Empty(state.Apply(SampleRows.Marker(source, 0, 1, 900, idle: true)));
        }
    }

    [Fact]
    public void Empty_blocks_are_told_by_the_last_of_them_and_once()
    {
        var record = Assert.Single(PassAll(335));
        Assert.Equal((SampleEpoch.FirstBlock + 4, true), (record.Block, record.Cells.IsEmpty));
        Assert.Empty(state.Apply(SampleRows.Marker(SampleEpoch.Labels(0), 0, 2, 340)));
    }

    [Fact]
    public void A_prediction_without_a_score_and_a_source_that_is_not_known_are_passed_over()
    {
        state.Apply(SampleRows.Predictions(0, (0, "k", 5)) with { Scores = [double.NaN] });
        state.Apply(SampleRows.Predictions(9, (0, "k", 5)));
        Assert.Empty(state.Apply(SampleRows.Marker(SampleEpoch.Features(9), 0, 1, 900)));
        PassAll(95);
        Assert.Equal(0, state.Counts.Predictions);
    }

    [Fact]
    public void In_a_later_epoch_predictions_before_its_first_block_can_be_met_and_labels_were_counted_before()
    {
        var later = New(1);
        later.Apply(SampleRows.Predictions(0, (0, "k", 5)));
        later.Apply(SampleRows.Labels(0, (0, "x", 20), (1, "k", 65)));
        var records = Sources().SelectMany(source => later.Apply(SampleRows.Marker(source, 0, 2, 155)).ToList()).ToList();
        Assert.Equal([(1, 1L)], records.Select(record => (record.Block - SampleEpoch.FirstBlock, record.Cells.Sum(cell => cell.Outcomes.Rows))));
        Assert.Equal((1, 1), (later.Counts.Labels, later.Counts.Joined));
    }

    [Fact]
    public void It_goes_on_as_it_was_written()
    {
        state.Apply(SampleRows.Predictions(0, (0, "a", 5), (1, "b", 70)));
        state.Apply(SampleRows.Labels(0, (0, "a", 15), (1, "b", 130)));
        PassAll(95);
        var writer = new PayloadWriter();
        state.Write(writer);
        var copy = New();
        copy.Read(new PayloadReader(writer.ToArray()));
        var again = new PayloadWriter();
        copy.Write(again);
        Assert.Equal(writer.ToArray(), again.ToArray());
        foreach (var source in Sources())
        {
            var marker = SampleRows.Marker(source, 0, 3, 215);
            Assert.Equal(state.Apply(marker).Select(Text).ToList(), copy.Apply(marker).Select(Text).ToList());
        }

        Assert.Equal(2, copy.Counts.Joined);
        Assert.Equal(state.Counts, copy.Counts);
    }

    private static JoinState New(int? firstBlock = null) =>
        new(SampleEpoch.Loaded.Epoch, SampleEpoch.Start(firstBlock is null ? null : SampleEpoch.FirstBlock + firstBlock), 0);

    private static SourcePartition[] Sources() =>
        [SampleEpoch.Features(0), SampleEpoch.Features(1), SampleEpoch.Labels(0), SampleEpoch.Labels(1)];

    private static string Text(OutcomeRecord record) =>
        $"{record.Block}: {string.Join(", ", record.Cells.Select(cell => $"{cell.Model} {cell.Outcomes.Rows}"))}; {record.Counts}";

    private List<OutcomeRecord> PassAll(double seconds) => Pass(seconds, Sources());

    private List<OutcomeRecord> Pass(double seconds, params SourcePartition[] sources) =>
        [.. sources.SelectMany(source => state.Apply(SampleRows.Marker(source, 0, 2, seconds)).ToList())];
}
