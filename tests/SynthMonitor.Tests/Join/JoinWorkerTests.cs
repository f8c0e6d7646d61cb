using SynthMonitor.Data;
using SynthMonitor.Join;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;
using SynthMonitor.Tests.Harness;
using SynthMonitor.Tests.Kafka;

namespace SynthMonitor.Tests.Join;

/// <summary>Join on a log.</summary>
public sealed class JoinWorkerTests : IDisposable
{
    private readonly SampleLog log = new();

    public JoinWorkerTests() => log.Begin(SampleEpoch.Start());

    public void Dispose() => log.Dispose();

    [Fact]
    public void Outcomes_go_to_profiles_under_the_monitors_key()
    {
        Send("k", 5, 15);
        using var worker = New();
        SampleLog.Settle(worker);
        var record = log.Read(log.Profiles)[0];
        Assert.Equal(SampleEpoch.Monitor, record.Key);
        Assert.Equal(1, Outcomes().Sum(outcome => outcome.Cells.Sum(cell => cell.Outcomes.Rows)));
        Assert.Equal([1], Outcomes().Where(outcome => !outcome.Cells.IsEmpty).Select(outcome => outcome.Partition));
    }

    [Fact]
    public void A_restart_with_or_without_snapshots_gives_the_same_records_again()
    {
        Send("k", 5, 15);
        foreach (var snapshotEvery in new[] { 1_000_000, 2, 3, 1 })
        {
            using var worker = New(snapshotEvery);
            SampleLog.Settle(worker);
        }

        Assert.Single(Outcomes().Where(outcome => !outcome.Cells.IsEmpty).Select(outcome => (outcome.Partition, outcome.Block, outcome.Counts)).Distinct());
    }

    [Fact]
    public void Rows_of_a_monitor_that_is_not_known_are_passed_over()
    {
        Append(SampleRows.Marker(SampleEpoch.Features(0), 0, 1, 95) with { Monitor = "other", Epoch = 44 });
        using var worker = New();
        SampleLog.Settle(worker);
        Assert.Empty(Outcomes());
    }

    [Fact]
    public void A_delivery_error_starts_again()
    {
        Send("k", 5, 15);
        log.Log.IsBroken = true;
        using var worker = New();
        worker.Step(TimeSpan.Zero);
        Assert.True(worker.Step(TimeSpan.Zero));
        log.Log.IsBroken = false;
        SampleLog.Settle(worker);
        Assert.Single(Outcomes(), outcome => !outcome.Cells.IsEmpty);
    }

    [Fact]
    public void What_cannot_be_published_at_the_end_does_not_keep_it_in_its_group()
    {
        Send("k", 5, 15);
        using var worker = New();
        SampleLog.Settle(worker);
        log.Log.IsBroken = true;
        Assert.Throws<LogDeliveryException>(worker.Dispose);
        Assert.Null(worker.Consumer);
    }

    [Fact]
    public void A_record_of_a_newer_version_stops_it_with_the_reason()
    {
        var bytes = RowsMessage.ToBytes(SampleRows.Marker(SampleEpoch.Features(0), 0, 1, 95));
        bytes[0] = 3;
        log.Append(new TopicPartition(log.Topics.Rows, 0), bytes);
        using var worker = New();
        Assert.Contains("version 3", Assert.Throws<InputException>(() => SampleLog.Settle(worker)).Message, StringComparison.Ordinal);
    }

    private JoinWorker New(long snapshotEvery = 1_000_000) => new(log.Log, log.Topics, log, [SampleEpoch.Monitor], new SilentObserver(), snapshotEvery);

    private void Send(string key, double prediction, double label)
    {
        const int Partition = 1;
        Pack(new RowBatchBuilder(SampleEpoch.Monitor, 1, SampleEpoch.Features(0), []), Partition, builder =>
            builder.AddFeatures(0, SampleEpoch.At(prediction), long.MinValue, System.Text.Encoding.UTF8.GetBytes(key), 0.5, "v1", [], []));
        Pack(new RowBatchBuilder(SampleEpoch.Monitor, 1, SampleEpoch.Labels(0), []), Partition, builder =>
            builder.AddLabel(0, SampleEpoch.At(label), long.MinValue, System.Text.Encoding.UTF8.GetBytes(key), "1"));
        foreach (var source in new[] { SampleEpoch.Features(0), SampleEpoch.Features(1), SampleEpoch.Labels(0), SampleEpoch.Labels(1) })
        {
            Append(SampleRows.Marker(source, 0, 1, 95));
        }
    }

    private void Pack(RowBatchBuilder builder, int partition, Action<RowBatchBuilder> add)
    {
        add(builder);
        log.Append(new TopicPartition(log.Topics.Rows, partition), builder.Pack());
    }

    private void Append(RowMarker marker)
    {
        for (var partition = 0; partition < log.Topics.RowPartitions; partition++)
        {
            log.Append(new TopicPartition(log.Topics.Rows, partition), RowsMessage.ToBytes(marker));
        }
    }

    private List<OutcomeRecord> Outcomes() =>
        [.. log.Read(log.Profiles).Select(record => ProfilesMessage.Read(record.Value, _ => null)).OfType<OutcomeRecord>()];
}
