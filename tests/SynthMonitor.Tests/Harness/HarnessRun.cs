using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Epochs;
using SynthMonitor.Ingest;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Harness;

/// <summary>
/// One run: two processes on one log, driven step by step in an order that the seed decides, with appends that arrive late, kills, expired
/// sessions, repeated records and damaged snapshots.
/// </summary>
internal sealed class HarnessRun : IDisposable
{
    private const int AppendedAtOnce = 12;
    private readonly HarnessScenario scenario = HarnessScenario.Instance;
    private readonly EmbeddedLog log;
    private readonly HarnessProcess[] processes;
    private readonly Queue<byte[]>[] sources;
    private readonly bool faults;
    private readonly int secondEpochAt;
    private KeyedRandom random;
    private bool isEmptyPartitionIdle;

    /// <summary>Prepares a run.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="faults">Whether anything goes wrong.</param>
    /// <param name="secondEpoch">Whether a second epoch is asked for, at some moment.</param>
    public HarnessRun(ulong seed, bool faults, bool secondEpoch = false)
    {
        this.faults = faults;
        random = new KeyedRandom(seed, 99);
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(HarnessScenario.Start).AddHours(12));
        log = new EmbeddedLog(time, holdAppends: true);
        foreach (var topic in scenario.Topics.All)
        {
            log.Ensure(topic);
        }

        log.Ensure(new TopicSpecification("loans.features", HarnessScenario.FeaturePartitions));
        log.Ensure(new TopicSpecification("loans.labels", HarnessScenario.LabelPartitions));
        sources = [.. scenario.Sources.Features.Concat(scenario.Sources.Labels).Select(records => new Queue<byte[]>(records))];
        secondEpochAt = secondEpoch ? random.Next(Left) : -1;
        RequestEpoch(1);
        processes = [new HarnessProcess(log, time, ref random), new HarnessProcess(log, time, ref random)];
    }

    private int Left => sources.Sum(source => source.Count);

    /// <summary>Runs to the end and gives everything that must not depend on the seed.</summary>
    public HarnessResult Run()
    {
        var requested = false;
        while (Left > 0)
        {
            Act();
            if (!requested && Left <= secondEpochAt)
            {
                requested = true;
                RequestEpoch(2);
            }
        }

        Drain();
        BeIdle();
        Drain();
        foreach (var process in processes)
        {
            process.Ingest.Dispose();
        }

        Drain();
        var fold = processes.SelectMany(process => process.Analyze.Folds).Single(fold => fold.Monitor == HarnessScenario.Monitor);
        return HarnessResult.Of(log, fold);
    }

    public void Dispose() => log.Dispose();

    private void Act()
    {
        var process = processes[random.Next(processes.Length)];
        var role = random.Next(HarnessProcess.Roles);
        switch (random.Next(faults ? 64 : 58))
        {
            case < 20:
                AppendSource();
                break;
            case < 48:
                process.Step(role);
                break;
            case < 57:
                Deliver(process.Producer(role));
                break;
            case < 58:
                BeIdle();
                break;
            case < 59:
                process.Kill(role);
                break;
            case < 61:
                process.Consumer(role)?.Expire(random.Next(6));
                break;
            case < 63:
                Repeat();
                break;
            default:
                DamageSnapshot();
                break;
        }
    }

    private void AppendSource()
    {
        var index = random.Next(sources.Length);
        var partition = index < HarnessScenario.FeaturePartitions
            ? new TopicPartition("loans.features", index)
            : new TopicPartition("loans.labels", index - HarnessScenario.FeaturePartitions);
        for (var left = 1 + random.Next(AppendedAtOnce); left > 0 && sources[index].TryDequeue(out var value); left--)
        {
            Append(partition, [], value);
        }
    }

    private void Deliver(EmbeddedProducer? producer)
    {
        for (var left = 1 + random.Next(6); left > 0 && producer is { HeldPartitions: > 0 }; left--)
        {
            producer.Deliver(random.Next(producer.HeldPartitions));
        }
    }

    /// <summary>
    /// The owner of the empty partition says that nothing comes; until then no block can close, so the moment changes no verdict.
    /// </summary>
    private void BeIdle()
    {
        if (isEmptyPartitionIdle || new EpochDirectory(log, scenario.Topics, HarnessScenario.Monitor).Find(1) is null)
        {
            return;
        }

        isEmptyPartitionIdle = true;
        using var producer = log.CreateProducer();
        var source = new SourcePartition(SourceKind.Features, HarnessSources.EmptyPartition);
        new PartitionIngest(scenario.Load(HarnessScenario.DigestOf(1)), scenario.Topics, source, producer, 0, 0).PublishIdle(0);
        producer.Flush();
    }

    /// <summary>Appends again what stands on an internal topic already, as a producer that retries across a restart would.</summary>
    private void Repeat()
    {
        var partition = random.Next(2) == 0
            ? scenario.Topics.Of(scenario.Topics.Profiles, HarnessScenario.Monitor)
            : new TopicPartition(scenario.Topics.Rows, random.Next(scenario.Topics.RowPartitions));
        if ((int)log.End(partition) is var end and > 0)
        {
            var offset = random.Next(end);
            log.Read(partition, offset, offset + 1, (in LogRecord record) => Append(partition, record.Key, record.Value));
        }
    }

    /// <summary>Overwrites a part of a snapshot, or a manifest, with one bit changed.</summary>
    private void DamageSnapshot()
    {
        var partition = scenario.Topics.Of(scenario.Topics.State, HarnessScenario.Monitor);
        if ((int)log.End(partition) is var end and > 0)
        {
            var offset = random.Next(end);
            log.Read(partition, offset, offset + 1, (in LogRecord record) =>
            {
                if (!record.Key.StartsWith("epoch"u8) && !record.Value.IsEmpty)
                {
                    var value = record.Value.ToArray();
                    value[random.Next(value.Length)] ^= (byte)(1 << random.Next(8));
                    Append(partition, record.Key, value);
                }
            });
        }
    }

    private void Drain()
    {
        for (var quiet = 0; quiet < 4;)
        {
            quiet = processes.Aggregate(false, (done, process) => process.Settle() | done) ? 0 : quiet + 1;
        }
    }

    private void RequestEpoch(int number)
    {
        var request = new EpochRequest(number, HarnessScenario.DigestOf(number));
        Append(
            scenario.Topics.Of(scenario.Topics.Profiles, HarnessScenario.Monitor),
            System.Text.Encoding.UTF8.GetBytes(HarnessScenario.Monitor),
            ProfilesMessage.ToBytes(request));
    }

    private void Append(TopicPartition partition, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        using var producer = log.CreateProducer();
        producer.Append(partition, key, value);
        producer.Flush();
    }
}
