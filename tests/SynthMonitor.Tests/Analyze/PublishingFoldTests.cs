using System.Text;
using SynthMonitor.Analyze;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Analyze.Ledger;
using SynthMonitor.Tests.Epochs;
using SynthMonitor.Tests.Harness;
using SynthMonitor.Tests.Kafka;

namespace SynthMonitor.Tests.Analyze;

/// <summary>A fold with its position and its topics.</summary>
public sealed class PublishingFoldTests : IDisposable
{
    private readonly SampleLog log = new();
    private readonly ILogProducer producer;

    public PublishingFoldTests() => producer = log.Embedded.CreateProducer();

    public void Dispose()
    {
        producer.Dispose();
        log.Dispose();
    }

    [Fact]
    public void An_epochs_start_stands_on_state_and_windows_under_the_monitors_key()
    {
        var fold = New();
        Apply(fold, 0, ProfilesMessage.ToBytes(new EpochRequest(1, "digest")));
        Apply(fold, 1, ProfilesMessage.ToBytes(SampleChunk.Idle(1, 0, 0)));
        Apply(fold, 2, ProfilesMessage.ToBytes(SampleChunk.Of(0, 0, 32, 155, (0, 20), (1, 10), (2, 2))));
        var directory = new EpochDirectory(log.Embedded, log.Topics, SampleEpoch.Monitor);
        directory.Refresh();
        Assert.Equal("digest", directory.Latest!.Digest);
        var windows = log.Read(log.Topics.Of(log.Topics.Windows, SampleEpoch.Monitor));
        Assert.Equal([SampleEpoch.Monitor, SampleEpoch.Monitor], windows.Select(window => window.Key));
        Assert.Equal([20, 10], windows.Select(window => JsonMessage.Read<WindowRecord>(window.Value).Drift!.Rows));
    }

    [Fact]
    public void What_a_snapshot_holds_is_not_applied_again()
    {
        var fold = New();
        Apply(fold, 0, ProfilesMessage.ToBytes(new EpochRequest(1, "digest")));
        Apply(fold, 1, ProfilesMessage.ToBytes(SampleChunk.Of(0, 0, 32, 10, (0, 32))));
        fold.SnapshotAt(2);
        var restored = New();
        Assert.Equal(2, restored.Restore());
        Apply(restored, 1, Encoding.UTF8.GetBytes("not even read"));
        Assert.Equal(32, restored.Fold.CountsOf(SourceKind.Features).Consumed);
        Apply(restored, 2, ProfilesMessage.ToBytes(SampleChunk.Of(0, 32, 40, 20, (0, 8))));
        Assert.Equal(40, restored.Fold.CountsOf(SourceKind.Features).Consumed);
    }

    [Fact]
    public void There_is_no_snapshot_of_nothing_and_none_of_the_past()
    {
        var fold = New();
        fold.SnapshotAt(10);
        Assert.Null(New().Restore());
        Apply(fold, 20, ProfilesMessage.ToBytes(new EpochRequest(1, "digest")));
        fold.SnapshotAt(10);
        Assert.Null(New().Restore());
        fold.SnapshotAt(30);
        Assert.Equal(30, New().Restore());
    }

    private static void Apply(PublishingFold fold, long offset, byte[] value) =>
        fold.Apply(new LogRecord(new("profiles", 0), offset, 0, Encoding.UTF8.GetBytes(SampleEpoch.Monitor), value));

    private PublishingFold New() => new(SampleEpoch.Monitor, log.Embedded, log.Topics, log, new SilentObserver(), producer);
}
