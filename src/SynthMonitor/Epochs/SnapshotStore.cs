using System.Globalization;
using System.Text;
using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Epochs;

/// <summary>
/// Snapshots of a fold on the compacted <c>state</c> topic: sealed bytes in parts, and a manifest once all parts are acknowledged. The two
/// newest are kept.
/// </summary>
public sealed class SnapshotStore(ILog log, InternalTopics topics, string role, string monitor)
{
    private const int PartBytes = 900_000;
    private const string Manifest = "manifest";
    private static readonly SealedFormat Format = new("SMSN", 1, "snapshot");
    private readonly TopicPartition partition = topics.Of(topics.State, monitor);
    private readonly SortedDictionary<long, int> kept = [];
    private readonly SortedDictionary<long, int> useless = [];

    /// <summary>Stores a snapshot.</summary>
    /// <param name="producer">Whose earlier records are acknowledged before the manifest is written.</param>
    /// <param name="offset">The position that the fold goes on from.</param>
    /// <param name="payload">The fold's state.</param>
    public void Save(ILogProducer producer, long offset, ReadOnlySpan<byte> payload)
    {
        foreach (var (old, oldParts) in useless)
        {
            Remove(producer, old, oldParts);
        }

        useless.Clear();
        var bytes = SealedFile.Seal(Format, payload);
        var parts = (bytes.Length + PartBytes - 1) / PartBytes;
        for (var part = 0; part < parts; part++)
        {
            producer.Append(partition, Key(offset, Text(part)), bytes.AsSpan(part * PartBytes, Math.Min(PartBytes, bytes.Length - (part * PartBytes))));
        }

        producer.Flush();
        producer.Append(partition, Key(offset, Manifest), Encoding.UTF8.GetBytes(Text(parts)));
        kept[offset] = parts;
        while (kept.Count > 2)
        {
            var (oldest, oldestParts) = kept.First();
            Remove(producer, oldest, oldestParts);
            kept.Remove(oldest);
        }
    }

    /// <summary>The newest snapshot that is whole, or null; the observer is told which it is.</summary>
    public Snapshot? Restore(IRestoreObserver observer)
    {
        var from = RestoredFrom.Newest;
        var snapshot = Load(why =>
        {
            from = RestoredFrom.Older;
            observer.DamagedSnapshot(why);
        });
        observer.Restored(monitor, snapshot is null ? RestoredFrom.Log : from);
        return snapshot;
    }

    /// <summary>The newest snapshot that is whole, or null.</summary>
    /// <param name="damaged">Called with what is wrong with each newer one that is not.</param>
    internal Snapshot? Load(Action<string> damaged)
    {
        var records = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var prefix = Encoding.UTF8.GetBytes(Prefix);
        log.Read(partition, log.Start(partition), null, (in LogRecord record) =>
        {
            if (!record.Key.StartsWith(prefix))
            {
                return;
            }

            var key = Encoding.UTF8.GetString(record.Key);
            if (record.IsTombstone)
            {
                records.Remove(key);
            }
            else
            {
                records[key] = record.Value.ToArray();
            }
        });
        Snapshot? newest = null;
        foreach (var group in records.Keys.Select(key => key[Prefix.Length..].Split('/')).GroupBy(
            parts => long.Parse(parts[0], CultureInfo.InvariantCulture), parts => parts[1]).OrderByDescending(group => group.Key))
        {
            var offset = group.Key;
            var parts = group.Where(part => part != Manifest).Select(part => int.Parse(part, CultureInfo.InvariantCulture) + 1).DefaultIfEmpty().Max();
            var isWhole = newest is not null || Open(records, offset, group.Contains(Manifest), damaged, out newest);
            (isWhole ? kept : useless)[offset] = parts;
        }

        return newest;
    }

    /// <summary>Opens a snapshot; one that never got its manifest is none, and no damage.</summary>
    private bool Open(Dictionary<string, byte[]> records, long offset, bool hasManifest, Action<string> damaged, out Snapshot? snapshot)
    {
        snapshot = null;
        if (!hasManifest)
        {
            return false;
        }

        try
        {
            var parts = int.Parse(Encoding.UTF8.GetString(records[$"{Prefix}{Text(offset)}/{Manifest}"]), CultureInfo.InvariantCulture);
            byte[] bytes = [.. Enumerable.Range(0, parts).SelectMany(part => records[$"{Prefix}{Text(offset)}/{Text(part)}"])];
            snapshot = new Snapshot(offset, SealedFile.Open(bytes, Format, $"snapshot {role} {monitor} {offset}"));
            return true;
        }
        catch (Exception exception) when (exception is InputException or KeyNotFoundException or FormatException)
        {
            damaged(exception.Message);
            return false;
        }
    }

    private string Prefix => $"{role}/{monitor}/";

    private byte[] Key(long offset, string part) => Encoding.UTF8.GetBytes($"{Prefix}{Text(offset)}/{part}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Remove(ILogProducer producer, long offset, int parts)
    {
        producer.AppendTombstone(partition, Key(offset, Manifest));
        for (var part = 0; part < parts; part++)
        {
            producer.AppendTombstone(partition, Key(offset, Text(part)));
        }
    }
}

/// <summary>A snapshot.</summary>
/// <param name="Offset">The position that the fold goes on from.</param>
/// <param name="Payload">The fold's state.</param>
public sealed record Snapshot(long Offset, byte[] Payload);
