using System.Security.Cryptography;
using System.Text;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Tests.Kafka;

namespace SynthMonitor.Tests.Epochs;

/// <summary>Snapshots on the <c>state</c> topic.</summary>
public sealed class SnapshotStoreTests : IDisposable
{
    private readonly SampleLog log = new();
    private readonly List<string> damage = [];

    public void Dispose() => log.Dispose();

    [Fact]
    public void The_newest_snapshot_is_loaded()
    {
        Assert.Null(New().Load(damage.Add));
        var store = New();
        Save(store, 100, "first");
        Save(store, 1000, "second");
        Assert.Equal((1000, "second"), Load(New()));
        Assert.Empty(damage);
    }

    [Fact]
    public void Two_are_kept_across_restarts_too()
    {
        Save(New(), 1, "a");
        Save(New(), 2, "b");
        for (var offset = 3; offset < 8; offset++)
        {
            var store = New();
            Load(store);
            Save(store, offset, "more");
            Assert.Equal([offset - 1, offset], Manifests());
        }

        Assert.Equal(4, Keys().Count);
    }

    [Fact]
    public void A_large_one_goes_in_parts_that_pass_through_a_topic()
    {
        var payload = RandomNumberGenerator.GetBytes(2_000_000);
        using var producer = log.Embedded.CreateProducer();
        New().Save(producer, 5, payload);
        Assert.Equal(["analyze/loans/5/0", "analyze/loans/5/1", "analyze/loans/5/2", "analyze/loans/5/manifest"], Keys().Order(StringComparer.Ordinal));
        Assert.All(log.Read(log.State), record => Assert.True(record.Value.Length <= 900_000));
        Assert.Equal(payload, New().Load(damage.Add)!.Payload);
    }

    [Fact]
    public void The_manifest_is_written_when_all_parts_are_acknowledged()
    {
        var producer = new OrderedProducer();
        New().Save(producer, 5, "x"u8);
        Assert.Equal(["analyze/loans/5/0", "flush", "analyze/loans/5/manifest"], producer.Calls);
    }

    [Fact]
    public void Of_a_damaged_one_the_next_older_is_taken_and_it_is_told()
    {
        var store = New();
        Save(store, 1, "older");
        Save(store, 2, "newer");
        log.Append(log.State, [1, 2, 3], "analyze/loans/2/0");
        Assert.Equal((1, "older"), Load(New()));
        Assert.Single(damage);
    }

    [Fact]
    public void A_missing_part_is_damage_and_a_missing_manifest_is_none()
    {
        Save(New(), 1, "whole");
        log.Append(log.State, "3"u8.ToArray(), "analyze/loans/2/manifest");
        log.Append(log.State, "part"u8.ToArray(), "analyze/loans/3/0");
        Assert.Equal((1, "whole"), Load(New()));
        Assert.Single(damage);
    }

    [Fact]
    public void What_is_of_no_use_is_removed_by_the_next_snapshot()
    {
        Save(New(), 1, "whole");
        log.Append(log.State, "2"u8.ToArray(), "analyze/loans/8/manifest");
        log.Append(log.State, "part"u8.ToArray(), "analyze/loans/9/1");
        var store = New();
        Load(store);
        Save(store, 2, "next");
        Assert.Equal([1, 2], Manifests());
        Assert.Equal(4, Keys().Count);
        Assert.Equal((2, "next"), Load(New()));
    }

    [Fact]
    public void A_damaged_one_can_be_written_anew()
    {
        Save(New(), 1, "whole");
        log.Append(log.State, "1"u8.ToArray(), "analyze/loans/2/manifest");
        var store = New();
        Load(store);
        Save(store, 2, "again");
        Assert.Equal((2, "again"), Load(New()));
    }

    [Fact]
    public void Other_roles_and_monitors_have_their_own()
    {
        Save(New(), 1, "mine");
        Save(new SnapshotStore(log.Embedded, log.Topics, "join-0", SampleEpoch.Monitor), 5, "other");
        log.Append(log.State, [0], "analyze/loans2/9/manifest");
        Assert.Equal((1, "mine"), Load(New()));
    }

    private SnapshotStore New() => new(log.Embedded, log.Topics, "analyze", SampleEpoch.Monitor);

    private void Save(SnapshotStore store, long offset, string payload)
    {
        using var producer = log.Embedded.CreateProducer();
        store.Save(producer, offset, Encoding.UTF8.GetBytes(payload));
    }

    private (long Offset, string Payload) Load(SnapshotStore store)
    {
        var snapshot = store.Load(damage.Add)!;
        return (snapshot.Offset, Encoding.UTF8.GetString(snapshot.Payload));
    }

    /// <summary>Keys that compaction would keep.</summary>
    private List<string> Keys()
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        log.Embedded.Read(log.State, 0, null, (in LogRecord record) =>
        {
            var key = Encoding.UTF8.GetString(record.Key);
            _ = record.IsTombstone ? keys.Remove(key) : keys.Add(key);
        });
        return [.. keys];
    }

    private List<long> Manifests() =>
        [.. Keys().Where(key => key.EndsWith("/manifest", StringComparison.Ordinal)).Select(key => long.Parse(key.Split('/')[2])).Order()];

    private sealed class OrderedProducer : ILogProducer
    {
        public List<string> Calls { get; } = [];

        public void Append(TopicPartition partition, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, IReadOnlyList<LogHeader>? headers = null) =>
            Calls.Add(Encoding.UTF8.GetString(key));

        public void AppendTombstone(TopicPartition partition, ReadOnlySpan<byte> key) => Calls.Add($"tombstone {Encoding.UTF8.GetString(key)}");

        public void Flush(CancellationToken cancellation = default) => Calls.Add("flush");

        public void Dispose()
        {
        }
    }
}
