using SynthMonitor.Analyze;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Ingest;
using SynthMonitor.Join;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Harness;

/// <summary>One process of a run: an ingest, a join and an analyze worker, each of which is stepped, killed and expelled on its own.</summary>
internal sealed class HarnessProcess
{
    public const int Roles = 3;

    public HarnessProcess(EmbeddedLog log, TimeProvider time, ref KeyedRandom random)
    {
        var scenario = HarnessScenario.Instance;
        Ingest = new IngestWorker(
            log, scenario.Topics, scenario, HarnessScenario.Monitor,
            new IngestSettings(TimeSpan.FromDays(1), TimeSpan.Zero, BatchRecords: 1 + random.Next(40)), time);
        Join = new JoinWorker(log, scenario.Topics, scenario, [HarnessScenario.Monitor], new SilentObserver(), snapshotEvery: 8 + random.Next(50));
        Analyze = new AnalyzeWorker(log, scenario.Topics, scenario, new SilentObserver(), snapshotEvery: 8 + random.Next(50));
    }

    public IngestWorker Ingest { get; }

    public JoinWorker Join { get; }

    public AnalyzeWorker Analyze { get; }

    public bool Step(int role) => Worker(role).Step(TimeSpan.Zero);

    public EmbeddedProducer? Producer(int role) =>
        (EmbeddedProducer?)(role switch { 0 => Ingest.Producer, 1 => Join.Producer, _ => Analyze.Producer });

    public EmbeddedConsumer? Consumer(int role) =>
        (EmbeddedConsumer?)(role switch { 0 => Ingest.Consumer, 1 => Join.Consumer, _ => Analyze.Consumer });

    public void Kill(int role)
    {
        switch (role)
        {
            case 0:
                Ingest.Abandon();
                break;
            case 1:
                Join.Abandon();
                break;
            default:
                Analyze.Abandon();
                break;
        }
    }

    /// <summary>Steps every role and lets through what it sent.</summary>
    public bool Settle()
    {
        var done = false;
        for (var role = 0; role < Roles; role++)
        {
            done |= Step(role);
            Producer(role)?.Flush();
        }

        return done;
    }

    private ILogWorker Worker(int role) => role switch { 0 => Ingest, 1 => Join, _ => Analyze };
}
