using SynthMonitor.Analyze;
using SynthMonitor.Api;
using SynthMonitor.Backends;
using SynthMonitor.Configuration;
using SynthMonitor.Configuration.Keys;
using SynthMonitor.Configuration.Reload;
using SynthMonitor.Drift.References;
using SynthMonitor.Epochs;
using SynthMonitor.Ingest;
using SynthMonitor.Join;
using SynthMonitor.Kafka.Client;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Learning.Registry;
using SynthMonitor.Observability;
using SynthMonitor.Respond;
using SynthMonitor.Roles;

namespace SynthMonitor.Hosting;

/// <summary>Runs some roles of a configuration until it is told to stop.</summary>
/// <param name="path">The configuration's file.</param>
/// <param name="configuration">The configuration.</param>
/// <param name="roles">The roles of this process.</param>
/// <param name="loggers">Where it logs.</param>
/// <param name="time">Its clock.</param>
internal sealed class Daemon(
    string path, SynthMonitorConfiguration configuration, HostedRoles roles, ILoggerFactory loggers, TimeProvider time)
{
    /// <summary>How long a process that is told to stop waits for brokers; orchestrators kill it after 30 seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string Broker = "broker";
    private readonly ILogger logger = loggers.CreateLogger<Daemon>();
    private readonly InternalTopics topics = new(configuration.Kafka.TopicPrefix, configuration.Kafka.Partitions, configuration.Kafka.Partitions);
    private readonly Health health = new();
    private readonly Metrics metrics = new(time);
    private readonly List<RoleThread> threads = [];
    private readonly Dictionary<string, IngestWorker> ingest = new(StringComparer.Ordinal);

    /// <summary>Runs until it is cancelled, or a role fails.</summary>
    /// <returns>Why it ended by itself, or null.</returns>
    /// <exception cref="Data.InputException">A folder, a reference or a port cannot be used.</exception>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var store = new EpochStore(configuration.State.Path);
        var registry = roles.Has(HostedRoles.Respond) ? new FileRegistry(configuration.Registry.Path, time) : null;
        var references = roles.Has(HostedRoles.Respond)
            ? configuration.Monitors.ToDictionary(monitor => monitor.Name, monitor => ReferenceFormat.Load(monitor.Reference))
            : [];
        using var log = new KafkaLog(
            new KafkaProperties(configuration.Kafka.BootstrapServers, configuration.Kafka.Properties.ToDictionary(property => property.Key, property => property.Value.Reveal())),
            loggers.CreateLogger<KafkaLog>(), time, health.Condition(Broker));
        using var closing = stop.Token.Register(() => log.CloseAfter(Patience));
        var views = roles.Has(HostedRoles.Api) ? new MonitorViews(configuration.Monitors.Select(monitor => monitor.Name)) : null;
        await using var http = await HttpHost.StartAsync(configuration.Http, metrics, health, views, loggers, stop.Token).ConfigureAwait(false);
        var events = new RoleHealth(health, logger, stop);
        try
        {
            await new TopicPreparation(log, topics, configuration.Monitors, health.Condition(Broker), logger, time).RunAsync(stop.Token).ConfigureAwait(false);
            var observer = new RoleMetrics(metrics, loggers.CreateLogger<RoleMetrics>());
            var (responder, responded) = Start(log, store, registry, references, views, observer, events);
            health.Started();
            logger.Started(string.Join(", ", roles.Names), configuration.Monitors.Length, configuration.State.Path);
            var watcher = new ConfigurationWatcher(
                path, configuration, reload => Apply(reload, responder, responded), time, metrics, loggers.CreateLogger<ConfigurationWatcher>());
            await Task.WhenAll(
                watcher.RunAsync(stop.Token),
                new LagReporter(log, configuration.Monitors, observer, metrics, time).RunAsync(stop.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopping is how it ends.
        }
        finally
        {
            logger.Stopping();
            await Task.Run(Stop, CancellationToken.None).ConfigureAwait(false);
            if (events.IsPublished)
            {
                logger.Stopped();
            }
            else
            {
                logger.StoppedUnpublished();
            }
        }

        return events.Failure;
    }

    private (RespondWorker? Worker, Func<SynthMonitorConfiguration, IReadOnlyList<RespondedMonitor>> Responded) Start(
        ILog log, EpochStore store, FileRegistry? registry, Dictionary<string, Reference> references, MonitorViews? views, RoleMetrics observer, RoleHealth events)
    {
        var monitors = configuration.Monitors;
        var names = monitors.Select(monitor => monitor.Name).ToList();
        var snapshotEvery = monitors.Min(monitor => monitor.SnapshotEvery);
        void Add(string role, ILogWorker worker) => threads.Add(new RoleThread(role, worker, events));
        if (roles.Has(HostedRoles.Ingest))
        {
            foreach (var monitor in monitors)
            {
                var worker = new IngestWorker(log, topics, store, monitor.Name, IngestSettingsOf(monitor), time);
                ingest[monitor.Name] = worker;
                Add($"{HostedRoles.Ingest} {monitor.Name}", worker);
            }
        }

        if (roles.Has(HostedRoles.Join))
        {
            Add(HostedRoles.Join, new JoinWorker(log, topics, store, names, observer, snapshotEvery));
        }

        if (roles.Has(HostedRoles.Analyze))
        {
            Add(HostedRoles.Analyze, new AnalyzeWorker(log, topics, store, observer, snapshotEvery));
        }

        if (views is not null)
        {
            Add(HostedRoles.Api, new ViewFeed(log, topics, views, (_, _) => null));
        }

        IReadOnlyList<RespondedMonitor> Responded(SynthMonitorConfiguration current) =>
            [.. current.Monitors.Select(monitor => Describe(monitor, Draft(monitor, references[monitor.Name], log), store))];
        if (!roles.Has(HostedRoles.Respond))
        {
            return (null, Responded);
        }

        var backend = new BackendOfMonitor(monitors.ToDictionary(
            monitor => monitor.Name,
            IResponseBackend (monitor) => new InProcessBackend(new RowReader(log, topics), store, registry!, Settings(monitor), time)));
        var responder = new RespondWorker(
            log, topics, store, Responded(configuration), backend, new RegistryChampions(registry!), observer, time, $"{Environment.MachineName}/{Environment.ProcessId}");
        Add(HostedRoles.Respond, responder);
        return (responder, Responded);
    }

    private EpochDraft Draft(MonitorConfiguration monitor, Reference reference, ILog log) => new(
        monitor,
        reference,
        log.Partitions(monitor.Features.Topic) ?? 1,
        monitor.Labels is { } labels ? log.Partitions(labels.Topic) ?? 1 : 0,
        topics.RowPartitions);

    private static RespondedMonitor Describe(MonitorConfiguration monitor, EpochDraft draft, EpochStore store) => new(
        monitor.Name,
        monitor.Respond is { } respond ? new ResponseSettings(respond.CooldownBlocks) : new ResponseSettings { Responds = false },
        number => draft.Store(store, number),
        draft.Configuration);

    private static IngestSettings IngestSettingsOf(MonitorConfiguration monitor) =>
        IngestSettings.Default with { IdleAfter = monitor.IdleAfter, MaximumOpenBlocks = monitor.MaxOpenBlocks };

    private static BackendSettings Settings(MonitorConfiguration monitor)
    {
        var respond = monitor.Respond ?? new RespondConfiguration();
        return new BackendSettings(respond.TrainingWindow, respond.Holdout);
    }

    /// <summary>Hands over what can change while it runs, and says what needs a restart.</summary>
    private void Apply(ConfigurationReload reload, RespondWorker? responder, Func<SynthMonitorConfiguration, IReadOnlyList<RespondedMonitor>> responded)
    {
        var restart = reload.Changes.Where(change => change.Effect == ChangeEffect.NeedsRestart).Select(change => change.ToString()).ToList();
        if (restart.Count > 0)
        {
            logger.RestartNeeded(string.Join(", ", restart));
            return;
        }

        foreach (var monitor in reload.After.Monitors)
        {
            ingest.GetValueOrDefault(monitor.Name)?.Reconfigure(IngestSettingsOf(monitor));
        }

        responder?.Reconfigure(responded(reload.After));
    }

    private void Stop()
    {
        threads.ForEach(thread => thread.Stop());
        threads.ForEach(thread => thread.Dispose());
    }
}
