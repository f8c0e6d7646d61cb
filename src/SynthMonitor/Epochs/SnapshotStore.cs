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
    private static readonly SealedFormat Format = new("SMSN", 1, "snapshot");
    private readonly TopicPartition partition = topics.Of(topics.State, monitor);
    private readonly SortedDictionary<long, int> kept = [];

    /// <summary>Stores a snapshot.</summary>
    /// <param name="producer">Whose earlier records are acknowledged before the manifest is written.</param>
    /// <param name="offset">The position that the fold goes on from.</param>
    /// <param name="payload">The fold's state.</param>
    public void Save(ILogProducer producer, long offset, ReadOnlySpan<byte> payload)
    {
        var bytes = SealedFile.Seal(Format, payload);
        var parts = (bytes.Length + PartBytes - 1) / PartBytes;
        for (var part = 0; part < parts; part++)
        {
            producer.Append(partition, Key(offset, Text(part)), bytes.AsSpan(part * PartBytes, Math.Min(PartBytes, bytes.Length - (part * PartBytes))));
        }

        producer.Flush();
        producer.Append(partition, Key(offset, "manifest"), Encoding.UTF8.GetBytes(Text(parts)));
        kept[offset] = parts;
        while (kept.Count > 2)
        {
            Remove(producer, kept.First());
        }
    }

    /// <summary>The newest snapshot that is whole, or null.</summary>
    /// <param name="damaged">Called with what is wrong with each newer one that is not.</param>
    public Snapshot? Load(Action<string> damaged)
    {
        var records = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        log.Read(partition, log.Start(partition), null, (in LogRecord record) =>
        {
            var key = Encoding.UTF8.GetString(record.Key);
            if (record.IsTombstone)
            {
                records.Remove(key);
            }
            else if (key.StartsWith(Prefix, StringComparison.Ordinal))
            {
                records[key] = record.Value.ToArray();
            }
        });
        foreach (var offset in records.Keys.Where(key => key.EndsWith("/manifest", StringComparison.Ordinal))
            .Select(key => long.Parse(key[Prefix.Length..^"/manifest".Length], CultureInfo.InvariantCulture)).OrderDescending())
        {
            try
            {
                var parts = int.Parse(Encoding.UTF8.GetString(records[$"{Prefix}{Text(offset)}/manifest"]), CultureInfo.InvariantCulture);
                var bytes = Enumerable.Range(0, parts).SelectMany(part => records[$"{Prefix}{Text(offset)}/{Text(part)}"]).ToArray();
                var payload = SealedFile.Open(bytes, Format, $"snapshot {role} {monitor} {offset}");
                kept[offset] = parts;
                return new Snapshot(offset, payload);
            }
            catch (Exception exception) when (exception is InputException or KeyNotFoundException or FormatException)
            {
                damaged(exception.Message);
            }
        }

        return null;
    }

    private string Prefix => $"{role}/{monitor}/";

    private byte[] Key(long offset, string part) => Encoding.UTF8.GetBytes($"{Prefix}{Text(offset)}/{part}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Remove(ILogProducer producer, KeyValuePair<long, int> oldest)
    {
        producer.AppendTombstone(partition, Key(oldest.Key, "manifest"));
        for (var part = 0; part < oldest.Value; part++)
        {
            producer.AppendTombstone(partition, Key(oldest.Key, Text(part)));
        }

        kept.Remove(oldest.Key);
    }
}

/// <summary>A snapshot.</summary>
/// <param name="Offset">The position that the fold goes on from.</param>
/// <param name="Payload">The fold's state.</param>
public sealed record Snapshot(long Offset, byte[] Payload);
