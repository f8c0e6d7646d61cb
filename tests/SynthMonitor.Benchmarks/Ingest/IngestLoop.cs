using Microsoft.Extensions.Logging.Abstractions;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;
using SynthMonitor.Epochs;
using SynthMonitor.Ingest;
using SynthMonitor.Kafka.Client;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Benchmarks.Ingest;

/// <summary>The real ingest: decode, check, encode, count, write rows and profiles, commit.</summary>
internal sealed class IngestLoop : IEpochStore
{
    private readonly LoadedEpoch epoch;

    private IngestLoop(string topic, int partitions, string monitor)
    {
        var reference = Reference.From(IngestRecords.Reference(rows: 5000), new ReferenceOptions());
        var description = new Epoch
        {
            Monitor = monitor,
            Number = 1,
            Configuration = "",
            Reference = "",
            Features = new FeatureInput { Topic = topic, Partitions = partitions, Key = "id", Time = "ts" },
            RowPartitions = 4,
            BlockMilliseconds = 300_000,
            FutureMilliseconds = long.MaxValue / 4,
            Positive = "1",
            FalseAlarmsPerBlock = 0.1,
            RowsPerBlock = 200,
        };
        var calibration = Calibrator.Calibrate(reference, description.MonitorOptions, description.Seed);
        epoch = new LoadedEpoch(description, "", reference.With(calibration), calibration);
    }

    LoadedEpoch IEpochStore.Load(string digest) => epoch;

    public static void Read(string servers, string topic, int partitions, string prefix, Func<int, bool> progress)
    {
        using var log = new CountingLog(new KafkaLog(new KafkaProperties(servers), NullLogger.Instance, TimeProvider.System));
        var topics = new InternalTopics(prefix);
        foreach (var needed in topics.All)
        {
            log.Ensure(needed);
        }

        // A monitor of its own for each run: its group has no commits of the run before.
        var monitor = prefix.TrimEnd('.');
        using (var producer = log.CreateProducer())
        {
            producer.Append(topics.Of(topics.State, monitor), EpochDirectory.KeyOf(monitor, 1), new EpochStart(monitor, 1, "", null, []).ToBytes());
            producer.Flush();
        }

        using var worker = new IngestWorker(log, topics, new IngestLoop(topic, partitions, monitor), monitor, IngestSettings.Default, TimeProvider.System);
        while (progress(log.Polled))
        {
            worker.Step(TimeSpan.FromSeconds(1));
        }
    }
}
