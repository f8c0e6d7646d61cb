using System.Text;
using SynthMonitor.Analyze;
using SynthMonitor.Data;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Roles;
using SynthMonitor.Tests.Analyze.Ledger;
using SynthMonitor.Tests.Epochs;
using SynthMonitor.Tests.Kafka;
using SynthMonitor.Tests.Roles;

namespace SynthMonitor.Tests.Analyze;

/// <summary>Analyze on a log: snapshots, restarts, damage.</summary>
public sealed class AnalyzeWorkerTests : IDisposable
{
    private readonly SampleLog log = new();
    private readonly RecordingObserver observer = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public void A_restart_goes_on_from_the_newest_snapshot_with_the_same_results()
    {
        Feed(0, 20);
        Run(snapshotEvery: 10);
        Assert.Equal(4, observer.Snapshots);
        var whole = Windows();
        Feed(20, SampleStream.Blocks);
        observer.Clear();
        Run(snapshotEvery: 10);
        Assert.Equal(["loans Newest"], observer.Restores);
        Assert.InRange(observer.Folded, 40, 41);
        Assert.True(Windows().Count > whole.Count);
        Assert.Equal(
            Windows().DistinctBy(window => window.Id).Count(),
            Windows().DistinctBy(window => Encoding.UTF8.GetString(JsonMessage.ToBytes(window))).Count());
    }

    [Fact]
    public void Without_a_snapshot_the_log_is_read_from_its_start_and_the_same_windows_come()
    {
        Feed(0, 20);
        Run(snapshotEvery: 1_000_000);
        var first = Windows();
        Run(snapshotEvery: 1_000_000);
        Assert.Equal(["loans Log"], observer.Restores);
        var both = Windows();
        Assert.Equal(2 * first.Count, both.Count);
        Assert.Equal(first.Count, both.DistinctBy(window => Encoding.UTF8.GetString(JsonMessage.ToBytes(window))).Count());
    }

    [Fact]
    public void A_damaged_snapshot_is_told_and_an_older_one_or_the_start_is_taken()
    {
        Feed(0, 20);
        Run(snapshotEvery: 10);
        log.Append(log.State, [1], "analyze/loans/40/0");
        observer.Clear();
        Run(snapshotEvery: 1_000_000);
        Assert.Equal((1, "loans Older", 11), (observer.Damage.Count, observer.Restores.Single(), observer.Folded));
        log.Append(log.State, [1], "analyze/loans/30/0");
        observer.Clear();
        Run(snapshotEvery: 1_000_000);
        Assert.Equal((2, "loans Log", 41), (observer.Damage.Count, observer.Restores.Single(), observer.Folded));
    }

    [Fact]
    public void A_monitor_that_has_no_snapshot_yet_is_not_forgotten_for_one_that_has()
    {
        var quiet = Enumerable.Range(0, 100).Select(index => $"m{index}")
            .First(name => log.Topics.Of(log.Topics.Profiles, name) == log.Profiles);
        log.AppendProfiles(ProfilesMessage.ToBytes(new EpochRequest(1, "digest")), quiet);
        Feed(0, 20);
        Run(snapshotEvery: 10);
        using (var producer = log.Embedded.CreateProducer())
        {
            foreach (var (_, key, _) in log.Read(log.State).Where(record => record.Key.StartsWith($"analyze/{quiet}/", StringComparison.Ordinal)))
            {
                producer.AppendTombstone(log.State, Encoding.UTF8.GetBytes(key));
            }
        }

        using var worker = New(10);
        SampleLog.Settle(worker);
        Assert.All(worker.Folds, fold => Assert.NotNull(fold.Current));
        Assert.Equal([SampleEpoch.Monitor, quiet], worker.Folds.Select(fold => fold.Monitor).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_monitor_of_the_partition_has_its_snapshot_at_the_same_offset()
    {
        var quiet = Enumerable.Range(0, 100).Select(index => $"m{index}")
            .First(name => log.Topics.Of(log.Topics.Profiles, name) == log.Profiles);
        log.AppendProfiles(ProfilesMessage.ToBytes(new EpochRequest(1, "digest")), quiet);
        Feed(0, 5);
        Run(snapshotEvery: 10);
        Assert.Equal(
            ["analyze/loans/10/manifest", $"analyze/{quiet}/10/manifest"],
            log.Read(log.State).Select(record => record.Key).Where(key => key.EndsWith("manifest", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_delivery_error_starts_again_from_what_is_acknowledged()
    {
        Feed(0, 20);
        using var worker = New(1_000_000);
        SampleLog.Settle(worker);
        var before = Windows().Select(window => window.Id).ToList();
        Feed(20, 24);
        log.Log.IsBroken = true;
        worker.Step(TimeSpan.Zero);
        log.Log.IsBroken = false;
        SampleLog.Settle(worker);
        Assert.Equal(before.Count + 4, Windows().DistinctBy(window => window.Id).Count());
    }

    [Fact]
    public void What_cannot_be_published_at_the_end_does_not_keep_it_in_its_group()
    {
        Feed(0, 4);
        using var worker = New(1_000_000);
        SampleLog.Settle(worker);
        log.Log.IsBroken = true;
        Assert.Throws<LogDeliveryException>(worker.Dispose);
        Assert.Null(worker.Consumer);
    }

    [Fact]
    public void A_record_of_a_newer_version_fails_the_role_with_the_reason_and_is_never_skipped()
    {
        Feed(0, 2);
        var bytes = ProfilesMessage.ToBytes(SampleChunk.Of(0, 64, 65, 200, (2, 1)));
        bytes[0] = 9;
        log.AppendProfiles(bytes);
        for (var start = 0; start < 2; start++)
        {
            using var events = new RecordingRoleEvents();
            using var role = new RoleThread("analyze", New(1), events);
            Assert.Contains("version 9", Assert.IsType<InputException>(events.Failure()).Message, StringComparison.Ordinal);
        }
    }

    private AnalyzeWorker New(long snapshotEvery) => new(log.Log, log.Topics, log, observer, snapshotEvery);

    private void Run(long snapshotEvery)
    {
        using var worker = New(snapshotEvery);
        SampleLog.Settle(worker);
    }

    private void Feed(int from, int to)
    {
        if (from == 0)
        {
            log.AppendProfiles(ProfilesMessage.ToBytes(new EpochRequest(1, "digest")));
        }

        foreach (var (first, second) in SampleStream.Chunks(0).Zip(SampleStream.Chunks(1)).Skip(from).Take(to - from))
        {
            log.AppendProfiles(ProfilesMessage.ToBytes(first));
            log.AppendProfiles(ProfilesMessage.ToBytes(second));
        }
    }

    private List<WindowRecord> Windows() => log.Json<WindowRecord>(log.Topics.Windows);

    private sealed class RecordingObserver : IAnalyzeObserver
    {
        public int Folded { get; private set; }

        public int Snapshots { get; private set; }

        public List<string> Restores { get; } = [];

        public List<string> Damage { get; } = [];

        public void Clear()
        {
            (Folded, Snapshots) = (0, 0);
            Restores.Clear();
            Damage.Clear();
        }

        void IAnalyzeObserver.Folded(MonitorFold fold) => Folded++;

        public void Window(WindowRecord window)
        {
        }

        public void Incident(IncidentRecord incident)
        {
        }

        public void Snapshot(string monitor) => Snapshots++;

        public void Restored(string monitor, RestoredFrom from) => Restores.Add($"{monitor} {from}");

        public void DamagedSnapshot(string why) => Damage.Add(why);

        public void Gone(string monitor)
        {
        }
    }
}
