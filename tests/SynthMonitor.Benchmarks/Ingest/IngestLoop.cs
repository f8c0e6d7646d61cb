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
    private const string Monitor = "benchmark";
    private readonly LoadedEpoch epoch;

    private IngestLoop(string topic, int partitions)
    {
        var reference = Reference.From(IngestRecords.Reference(rows: 5000), new ReferenceOptions());
        var description = new Epoch
        {
            Monitor = Monitor,
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

        using (var producer = log.CreateProducer())
        {
            producer.Append(topics.Of(topics.State, Monitor), EpochDirectory.KeyOf(Monitor, 1), new EpochStart(Monitor, 1, "", null, []).ToBytes());
            producer.Flush();
        }

        using var worker = new IngestWorker(log, topics, new IngestLoop(topic, partitions), Monitor, IngestSettings.Default, TimeProvider.System);
        while (progress(log.Polled))
        {
            worker.Step(TimeSpan.FromSeconds(1));
        }
    }
}
