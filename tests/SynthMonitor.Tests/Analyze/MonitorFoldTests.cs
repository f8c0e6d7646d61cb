using SynthMonitor.Analyze;
using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Ingest;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Analyze.Ledger;
using SynthMonitor.Tests.Epochs;
using SynthMonitor.Tests.Kafka;

namespace SynthMonitor.Tests.Analyze;

/// <summary>The fold over epochs.</summary>
public sealed class MonitorFoldTests : IDisposable
{
    private readonly SampleLog log = new();
    private readonly RecordingOutput output = new();
    private readonly MonitorFold fold;

    public MonitorFoldTests()
    {
        fold = new MonitorFold(SampleEpoch.Monitor, log, output);
        log.Epochs["second"] = SampleEpoch.With(epoch => epoch with { Number = 2 });
    }

    public void Dispose() => log.Dispose();

    [Fact]
    public void Before_the_first_epoch_everything_is_passed_over()
    {
        fold.Apply(ProfilesMessage.ToBytes(SampleChunk.Of(0, 0, 5, 10, (0, 5))));
        fold.Apply(ProfilesMessage.ToBytes(new OutcomeRecord(1, 0, 5, [], new JoinCounts(1, 1, 0, 0, 0, 0, 0, 0, 0))));
        Assert.Null(fold.Current);
        Assert.Equal((default(RecordCounts), default(JoinCounts)), (fold.CountsOf(SourceKind.Features), fold.Joins));
    }

    [Fact]
    public void An_epoch_begins_when_it_is_asked_for_and_once()
    {
        Begin(1, "digest");
        var first = fold.Current;
        Begin(1, "digest");
        Assert.Same(first, fold.Current);
        var start = Assert.Single(output.Starts);
        Assert.Equal((SampleEpoch.Monitor, 1, "digest", null, true), (start.Monitor, start.Epoch, start.Digest, start.FirstBlock, start.Sources.IsEmpty));
    }

    [Fact]
    public void Records_of_an_ended_epoch_change_nothing()
    {
        Begin(1, "digest");
        Begin(2, "second");
        fold.Apply(ProfilesMessage.ToBytes(SampleChunk.Of(0, 0, 5, 10, (0, 5))));
        fold.Apply(ProfilesMessage.ToBytes(new OutcomeRecord(1, 0, 5, [], new JoinCounts(1, 1, 0, 0, 0, 0, 0, 0, 0))));
        Begin(1, "digest");
        Assert.Equal(2, fold.Current!.Epoch.Epoch.Number);
        Assert.Equal((0, 0), (fold.CountsOf(SourceKind.Features).Consumed, fold.Joins.Labels));
    }

    [Fact]
    public void An_epoch_that_cannot_be_loaded_is_not_announced()
    {
        Begin(1, "digest");
        Assert.Throws<KeyNotFoundException>(() => Begin(2, "not there"));
        Assert.Single(output.Starts);
        Assert.Equal(1, fold.Current!.Epoch.Epoch.Number);
    }

    [Fact]
    public void A_record_of_a_newer_version_stops_the_fold_with_the_version()
    {
        var bytes = ProfilesMessage.ToBytes(new EpochRequest(1, "digest"));
        bytes[0] = 2;
        Assert.Contains("version 2", Assert.Throws<InputException>(() => fold.Apply(bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(75)]
    [InlineData(300)]
    public void Over_two_epochs_every_source_record_counts_once_and_every_row_is_judged_once(int recordsBefore)
    {
        const int Records = 400;
        log.AppendProfiles(ProfilesMessage.ToBytes(new EpochRequest(1, "digest")));
        using var analyze = new AnalyzeWorker(log.Log, log.Topics, log, new Harness.SilentObserver(), snapshotEvery: 7);
        using var ingest = new IngestWorker(
            log.Log, log.Topics, log, SampleEpoch.Monitor, new IngestSettings(TimeSpan.FromSeconds(30), TimeSpan.Zero), log.Time);
        SampleLog.Settle(analyze, ingest);
        for (var record = 0; record < Records; record++)
        {
            log.Append(SampleLog.Features(record % 2), SampleEpoch.FeatureRecord($"k{record}", record * 3, x: record % 7));
            log.Append(SampleLog.Labels(record % 2), SampleEpoch.LabelRecord($"k{record}", record * 3));
            if (record == recordsBefore)
            {
                SampleLog.Settle(analyze, ingest);
                log.AppendProfiles(ProfilesMessage.ToBytes(new EpochRequest(2, "second")));
            }

            if (record % 13 == 0)
            {
                SampleLog.Settle(ingest, analyze);
            }
        }

        SampleLog.Settle(analyze, ingest);
        log.Time.Advance(TimeSpan.FromMinutes(1));
        SampleLog.Settle(analyze, ingest);

        var result = analyze.Folds.Single();
        Assert.Equal(2, result.Current!.Epoch.Epoch.Number);
        Assert.Equal(Records, result.CountsOf(SourceKind.Features).Consumed);
        Assert.Equal(Records, result.CountsOf(SourceKind.Labels).Consumed);
        Assert.True(result.CountsOf(SourceKind.Features).AreConserved);
        var windows = log.Json<WindowRecord>(log.Topics.Windows).Where(window => window.Drift is not null).DistinctBy(window => window.Id).ToList();
        Assert.Equal(windows.Count, windows.DistinctBy(window => window.Block).Count());
        Assert.Equal(Records, windows.Sum(window => window.Drift!.Rows) + result.Current.Ledger.OpenRows);
        Assert.Equal(0, result.CountsOf(SourceKind.Features).Late);
    }

    [Fact]
    public void It_goes_on_as_it_was_written()
    {
        Begin(1, "digest");
        fold.Apply(ProfilesMessage.ToBytes(SampleChunk.Idle(1, 0, 0)));
        fold.Apply(ProfilesMessage.ToBytes(SampleChunk.Of(0, 0, 32, 155, (0, 10), (1, 10), (2, 12))));
        Begin(2, "second");
        fold.Apply(ProfilesMessage.ToBytes(SampleChunk.Of(0, 0, 32, 155, (0, 10), (1, 10), (2, 12)) with { Epoch = 2 }));
        var writer = new PayloadWriter();
        fold.Write(writer);
        var copy = new MonitorFold(SampleEpoch.Monitor, log, output);
        copy.Read(new PayloadReader(writer.ToArray()));
        Assert.Equal(2, copy.Current!.Epoch.Epoch.Number);
        Assert.Equal(fold.CountsOf(SourceKind.Features), copy.CountsOf(SourceKind.Features));
        Assert.Equal(fold.Current!.Start.FirstBlock, copy.Current.Start.FirstBlock);
        var again = new PayloadWriter();
        copy.Write(again);
        Assert.Equal(writer.ToArray(), again.ToArray());
    }

    private void Begin(int epoch, string digest) => fold.Apply(ProfilesMessage.ToBytes(new EpochRequest(epoch, digest)));
}
