using SynthMonitor.Epochs;
using SynthMonitor.Join;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;
using SynthMonitor.Tests.Harness;
using SynthMonitor.Tests.Kafka;

namespace SynthMonitor.Tests.Join;

/// <summary>The fold of one rows partition over epochs and restarts.</summary>
public sealed class JoinFoldTests : IDisposable
{
    private readonly SampleLog log = new();
    private readonly ILogProducer producer;
    private readonly List<OutcomeRecord> sent = [];
    private long next;

    public JoinFoldTests()
    {
        producer = log.Embedded.CreateProducer();
        log.Begin(SampleEpoch.Start());
    }

    public void Dispose()
    {
        producer.Dispose();
        log.Dispose();
    }

    [Fact]
    public void Rows_of_an_epoch_without_a_start_are_a_fault_of_the_log()
    {
        var fold = New();
        Assert.Throws<InvalidOperationException>(() => Apply(fold, SampleRows.Labels(0, (0, "k", 1)) with { Epoch = 7 }));
    }

    [Fact]
    public void A_snapshot_goes_on_where_it_was_taken_and_what_it_holds_is_not_applied_again()
    {
        var fold = New();
        Apply(fold, SampleRows.Predictions(0, (0, "k", 5)));
        fold.Snapshot(producer);
        var restored = New();
        Assert.Equal(1, restored.Restore());
        next = 0;
        Apply(restored, SampleRows.Predictions(0, (1, "other", 5)));
        Apply(restored, SampleRows.Labels(0, (0, "k", 10), (1, "other", 11)));
        Pass(restored, 1);
        Assert.Equal(1, sent.SelectMany(record => record.Cells).Sum(cell => cell.Outcomes.Rows));
    }

    [Fact]
    public void A_new_epoch_begins_empty_and_the_ended_one_is_ignored()
    {
        log.Epochs["second"] = SampleEpoch.With(epoch => epoch with { Number = 2 });
        log.Begin(new EpochStart(SampleEpoch.Monitor, 2, "second", null, []));
        var fold = New();
        Apply(fold, SampleRows.Predictions(0, (0, "k", 5)));
        Apply(fold, SampleRows.Labels(0, (0, "k", 6)) with { Epoch = 2 });
        Apply(fold, SampleRows.Predictions(0, (1, "k", 5)));
        Pass(fold, 1);
        Assert.Empty(sent);
        Pass(fold, 2);
        var record = Assert.Single(sent, record => record.Cells.IsEmpty && record.Counts.Labels > 0);
        Assert.Equal((2, 1, 0), (record.Epoch, record.Counts.Pending, record.Counts.Joined));
    }

    [Fact]
    public void An_epoch_without_labels_joins_nothing()
    {
        log.Epochs["second"] = SampleEpoch.With(epoch => epoch with { Number = 2, Labels = null });
        log.Begin(new EpochStart(SampleEpoch.Monitor, 2, "second", null, []));
        var fold = New();
        Apply(fold, SampleRows.Predictions(0, (0, "k", 5)) with { Epoch = 2 });
        fold.Snapshot(producer);
        Pass(fold, 2);
        Assert.Empty(sent);
        Assert.Null(New().Restore());
    }

    private JoinFold New() =>
        new(SampleEpoch.Monitor, 0, new EpochDirectory(log.Embedded, log.Topics, SampleEpoch.Monitor), log, log.Embedded, log.Topics, new SilentObserver());

    private void Apply(JoinFold fold, object message) => fold.Apply(message, next++, (_, record) => sent.Add(record));

    private void Pass(JoinFold fold, int epoch)
    {
        foreach (var source in new[] { SampleEpoch.Features(0), SampleEpoch.Features(1), SampleEpoch.Labels(0), SampleEpoch.Labels(1) })
        {
            Apply(fold, SampleRows.Marker(source, 0, 2, 95) with { Epoch = epoch });
        }
    }
}
