using System.Text;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Kafka;

/// <summary>A log in memory with the topics of the sample epoch, and a store that knows the epochs it is given by their digests.</summary>
internal sealed class SampleLog : IEpochStore, IDisposable
{
    public const string FeatureTopic = "loans.features";
    public const string LabelTopic = "loans.labels";

    public SampleLog(int maximumRecords = 100_000)
    {
        Embedded = new EmbeddedLog(Time, maximumRecords: maximumRecords);
        Log = new BreakableLog(Embedded);
        foreach (var topic in Topics.All)
        {
            Embedded.Ensure(topic);
        }

        Embedded.Ensure(new TopicSpecification(FeatureTopic, 2));
        Embedded.Ensure(new TopicSpecification(LabelTopic, 2));
        Epochs = new(StringComparer.Ordinal) { [SampleEpoch.Loaded.Digest] = SampleEpoch.Loaded };
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(SampleEpoch.At(36_000)));

    public EmbeddedLog Embedded { get; }

    public BreakableLog Log { get; }

    public InternalTopics Topics { get; } = new(Partitions: 2, RowPartitions: 3);

    public Dictionary<string, LoadedEpoch> Epochs { get; }

    /// <summary>The partition of the sample monitor on <c>profiles</c>.</summary>
    public TopicPartition Profiles => Topics.Of(Topics.Profiles, SampleEpoch.Monitor);

    /// <summary>The partition of the sample monitor on <c>state</c>.</summary>
    public TopicPartition State => Topics.Of(Topics.State, SampleEpoch.Monitor);

    public static TopicPartition Features(int partition) => new(FeatureTopic, partition);

    public static TopicPartition Labels(int partition) => new(LabelTopic, partition);

    public LoadedEpoch Load(string digest) => Epochs[digest];

    public void Append(TopicPartition partition, byte[] value, string key = "")
    {
        using var producer = Embedded.CreateProducer();
        producer.Append(partition, Encoding.UTF8.GetBytes(key), value);
    }

    public void AppendProfiles(byte[] value, string? monitor = null) =>
        Append(Topics.Of(Topics.Profiles, monitor ?? SampleEpoch.Monitor), value, monitor ?? SampleEpoch.Monitor);

    /// <summary>Writes an epoch's start on <c>state</c>, as analyze does.</summary>
    public void Begin(EpochStart start) =>
        Append(Topics.Of(Topics.State, start.Monitor), start.ToBytes(), Encoding.UTF8.GetString(EpochDirectory.KeyOf(start.Monitor, start.Epoch)));

    /// <summary>What stands in a partition, tombstones left out.</summary>
    public List<(long Offset, string Key, byte[] Value)> Read(TopicPartition partition)
    {
        var records = new List<(long, string, byte[])>();
        Embedded.Read(partition, 0, null, (in LogRecord record) =>
        {
            if (!record.IsTombstone)
            {
                records.Add((record.Offset, Encoding.UTF8.GetString(record.Key), record.Value.ToArray()));
            }
        });
        return records;
    }

    /// <summary>The chunks on <c>profiles</c>.</summary>
    public List<ChunkRecord> Chunks() =>
        [.. Read(Profiles).Select(record => ProfilesMessage.Read(record.Value, _ => SampleEpoch.Loaded.Reference.Codebook)).OfType<ChunkRecord>()];

    /// <summary>JSON records of one of the topics that everyone may read.</summary>
    public List<T> Json<T>(string topic) => [.. Read(Topics.Of(topic, SampleEpoch.Monitor)).Select(record => JsonMessage.Read<T>(record.Value))];

    /// <summary>Steps a worker until it has nothing to do.</summary>
    public static void Settle(params ILogWorker[] workers)
    {
        for (var quiet = 0; quiet < 3;)
        {
            var done = false;
            foreach (var worker in workers)
            {
                done |= worker.Step(TimeSpan.Zero);
            }

            quiet = done ? 0 : quiet + 1;
        }
    }

    public void Dispose() => Log.Dispose();
}
