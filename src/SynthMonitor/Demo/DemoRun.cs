using SynthMonitor.Analyze;
using SynthMonitor.Api;
using SynthMonitor.Backends;
using SynthMonitor.Hosting;
using SynthMonitor.Ingest;
using SynthMonitor.Join;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Respond;
using SynthMonitor.Roles;

namespace SynthMonitor.Demo;

/// <summary>Runs the real roles in one process on an embedded log, and feeds them.</summary>
internal sealed class DemoRun : IDisposable
{
    private const int SnapshotEvery = 1000;
    private readonly DemoWorld world;
    private readonly EmbeddedLog log;
    private readonly List<RoleThread> threads = [];

    public DemoRun(DemoWorld world, DemoState state, MonitorViews views, DemoOptions options, TimeProvider time)
    {
        (this.world, State) = (world, state);
        log = new EmbeddedLog(time);
        foreach (var topic in DemoWorld.Topics.All)
        {
            log.Ensure(topic);
        }

        log.Ensure(new TopicSpecification(world.Epoch.Features.Topic, DemoWorld.SourcePartitions));
        log.Ensure(new TopicSpecification(world.Epoch.Labels!.Topic, DemoWorld.SourcePartitions));
        Feeder = new DemoFeeder(world, log, state, options, time);
        Start("ingest", new WatchedIngest(NewIngest(time), state));
        Start("join", new JoinWorker(log, DemoWorld.Topics, world.Store, [DemoWorld.Monitor], state, SnapshotEvery));
        Start("analyze", new AnalyzeWorker(log, DemoWorld.Topics, world.Store, state, SnapshotEvery));
        Start("respond", NewRespond(time));
        Start("api", new ViewFeed(log, DemoWorld.Topics, views, (_, block) => (DemoRows.First(block), DemoRows.Last(block))));
    }

    /// <summary>What has happened.</summary>
    public DemoState State { get; }

    /// <summary>Feeds the rows.</summary>
    public DemoFeeder Feeder { get; }

    /// <summary>Feeds the stream to its end, and lets the roles finish one after the other, in the order of the flow.</summary>
    /// <exception cref="InvalidOperationException">A role has failed.</exception>
    public void RunToEnd(CancellationToken cancellation)
    {
        Feeder.Run(cancellation);
        State.WaitUntil(() => State.HasSettled && !State.IsAnswering, cancellation);
        var rested = State.RestingSteps;
        State.WaitUntil(() => State.RestingSteps > rested + 1, cancellation);
        foreach (var thread in threads)
        {
            thread.Finish();
        }

        if (State.Failure is { } failure)
        {
            throw new InvalidOperationException(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var thread in threads)
        {
            thread.Dispose();
        }

        world.Records.Dispose();
        log.Dispose();
    }

    private void Start(string name, ILogWorker worker) => threads.Add(new RoleThread(name, worker, State));

    private IngestWorker NewIngest(TimeProvider time) => new(
        log, DemoWorld.Topics, world.Store, DemoWorld.Monitor,
        new IngestSettings(TimeSpan.FromHours(1), TimeSpan.FromMilliseconds(50)), time);

    private RespondWorker NewRespond(TimeProvider time)
    {
        var settings = new BackendSettings(TimeSpan.FromDays(30), 0.4, 20_000);
        var backend = new SettlingBackend(
            new InProcessBackend(new RowReader(log, DemoWorld.Topics), world.Store, world.Registry, settings, time), State);
        var monitor = new RespondedMonitor(
            DemoWorld.Monitor, new ResponseSettings(), number => world.Store.Put(world.Epoch with { Number = number }), world.Epoch.Configuration);
        return new RespondWorker(
            log, DemoWorld.Topics, world.Store, [monitor], backend, new RegistryChampions(world.Registry), State, time, "demo");
    }
}
