using System.Text;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Analyze;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Ingest;
using SynthMonitor.Join;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Harness;

/// <summary>
/// One run: two ingest, two join and two analyze processes on one log, driven step by step in an order that the seed decides, with appends
/// that arrive late, kills, expired sessions and repeated records.
/// </summary>
internal sealed class HarnessRun : IDisposable
{
    private const int Processes = 2;
    private readonly HarnessScenario scenario = HarnessScenario.Instance;
    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeMilliseconds(1_704_100_000_000));
    private readonly EmbeddedLog log;
    private readonly IngestWorker[] ingests = new IngestWorker[Processes];
    private readonly JoinWorker[] joins = new JoinWorker[Processes];
    private readonly AnalyzeWorker[] analyzers = new AnalyzeWorker[Processes];
    private readonly Queue<byte[]>[] sources;
    private readonly bool faults;
    private KeyedRandom random;

    public HarnessRun(ulong seed, bool faults)
    {
        this.faults = faults;
        random = new KeyedRandom(seed, 99);
        log = new EmbeddedLog(time, holdAppends: true);
        foreach (var topic in scenario.Topics.All)
        {
            log.Ensure(topic);
        }

        log.Ensure(new TopicSpecification("loans.features", HarnessScenario.FeaturePartitions));
        log.Ensure(new TopicSpecification("loans.labels", HarnessScenario.LabelPartitions));
        sources = [.. scenario.Features.Concat(scenario.Labels).Select(records => new Queue<byte[]>(records))];
        Append(scenario.Topics.Of(scenario.Topics.Profiles, HarnessScenario.Monitor), HarnessScenario.Monitor, ProfilesMessage.ToBytes(new EpochRequest(1, "digest")));
        for (var process = 0; process < Processes; process++)
        {
            Start(process);
        }
    }

    /// <summary>Runs to the end and gives everything that must not depend on the seed.</summary>
    public HarnessResult Run()
    {
        while (sources.Any(source => source.Count > 0))
        {
            Act();
        }

        Drain();
        foreach (var ingest in ingests)
        {
            ingest.Dispose();
        }

        Drain();
        return Collect();
    }

    public void Dispose() => log.Dispose();

    private void Start(int process)
    {
        ingests[process] = new IngestWorker(
            log, scenario.Topics, scenario, HarnessScenario.Monitor,
            new IngestSettings(TimeSpan.FromDays(1), TimeSpan.Zero, BatchRecords: 1 + random.Next(40)), time);
        joins[process] = new JoinWorker(log, scenario.Topics, scenario, [HarnessScenario.Monitor], snapshotEvery: 5 + random.Next(30));
        analyzers[process] = new AnalyzeWorker(log, scenario.Topics, scenario, new SilentObserver(), snapshotEvery: 5 + random.Next(30));
    }

    private void Act()
    {
        var process = random.Next(Processes);
        switch (random.Next(faults ? 64 : 56))
        {
            case < 24:
                AppendSource();
                break;
            case < 36:
                ingests[process].Step(TimeSpan.Zero);
                break;
            case < 42:
                joins[process].Step(TimeSpan.Zero);
                break;
            case < 48:
                analyzers[process].Step(TimeSpan.Zero);
                break;
            case < 56:
                Deliver(process);
                break;
            case < 58:
                Kill(process, random.Next(3));
                break;
            case < 61:
                Expire(process, random.Next(3));
                break;
            default:
                Repeat();
                break;
        }
    }

    private void AppendSource()
    {
        var index = random.Next(sources.Length);
        if (sources[index].TryDequeue(out var value))
        {
            var partition = index < HarnessScenario.FeaturePartitions
                ? new TopicPartition("loans.features", index)
                : new TopicPartition("loans.labels", index - HarnessScenario.FeaturePartitions);
            Append(partition, "", value);
        }
    }

    private void Deliver(int process)
    {
        ILogProducer?[] producers = [ingests[process].Producer, joins[process].Producer, analyzers[process].Producer];
        if (producers[random.Next(producers.Length)] is EmbeddedProducer { HeldPartitions: > 0 } producer)
        {
            producer.Deliver(random.Next(producer.HeldPartitions));
        }
    }

    private void Kill(int process, int role)
    {
        switch (role)
        {
            case 0:
                ingests[process].Abandon();
                break;
            case 1:
                joins[process].Abandon();
                break;
            default:
                analyzers[process].Abandon();
                break;
        }
    }

    private void Expire(int process, int role)
    {
        var consumer = role switch { 0 => ingests[process].Consumer, 1 => joins[process].Consumer, _ => analyzers[process].Consumer };
        (consumer as EmbeddedConsumer)?.Expire(random.Next(6));
    }

    /// <summary>Appends again what stands on an internal topic already, as a producer that retries across a restart would.</summary>
    private void Repeat()
    {
        var topic = random.Next(2) == 0
            ? scenario.Topics.Of(scenario.Topics.Profiles, HarnessScenario.Monitor)
            : new TopicPartition(scenario.Topics.Rows, random.Next(scenario.Topics.RowPartitions));
        var end = log.End(topic);
        if (end == 0)
        {
            return;
        }

        var offset = random.Next((int)end);
        log.Read(topic, offset, offset + 1, (in LogRecord record) => Append(topic, Encoding.UTF8.GetString(record.Key), record.Value.ToArray()));
    }

    private void Drain()
    {
        for (var quiet = 0; quiet < 4;)
        {
            var done = false;
            for (var process = 0; process < Processes; process++)
            {
                done |= ingests[process].Step(TimeSpan.Zero);
                ingests[process].Producer?.Flush(TestContext.Current.CancellationToken);
                done |= joins[process].Step(TimeSpan.Zero);
                joins[process].Producer?.Flush(TestContext.Current.CancellationToken);
                done |= analyzers[process].Step(TimeSpan.Zero);
                analyzers[process].Producer?.Flush(TestContext.Current.CancellationToken);
            }

            quiet = done ? 0 : quiet + 1;
        }
    }

    private HarnessResult Collect()
    {
        var fold = analyzers.SelectMany(analyzer => analyzer.Folds).Single(fold => fold.Monitor == HarnessScenario.Monitor);
        return new HarnessResult(
            Texts<WindowRecord>(scenario.Topics.Windows, window => window.Id),
            Texts<IncidentRecord>(scenario.Topics.Incidents, incident => $"{incident.Id} {incident.Revision}"),
            fold.CountsOf(SourceKind.Features),
            fold.CountsOf(SourceKind.Labels),
            fold.Joins);
    }

    /// <summary>Every record by id; one id with two contents shows as a difference.</summary>
    private SortedDictionary<string, string> Texts<T>(string topic, Func<T, string> idOf)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var partition = scenario.Topics.Of(topic, HarnessScenario.Monitor);
        log.Read(partition, 0, null, (in LogRecord record) =>
        {
            var text = Encoding.UTF8.GetString(record.Value);
            var id = idOf(JsonMessage.Read<T>(record.Value));
            texts[id] = texts.TryGetValue(id, out var known) && known != text ? $"{known} BUT ALSO {text}" : text;
        });
        return texts;
    }

    private void Append(TopicPartition partition, string key, byte[] value)
    {
        using var producer = log.CreateProducer();
        producer.Append(partition, Encoding.UTF8.GetBytes(key), value);
        producer.Flush();
    }
}
