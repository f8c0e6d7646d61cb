using System.Collections.Concurrent;
using SynthMonitor.Analyze;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Observability;
using SynthMonitor.Respond;

namespace SynthMonitor.Hosting;

/// <summary>Turns what analyze and respond do into metrics and log lines.</summary>
internal sealed class RoleMetrics(Metrics metrics, ILogger logger) : IAnalyzeObserver, IRespondObserver
{
    private readonly ConcurrentDictionary<string, RecordCounts> counted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> open = new(StringComparer.Ordinal);

    /// <summary>The offsets up to which the ledger knows each source partition, by monitor.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<(SourcePartition Source, long UpTo)>> Positions { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Folded(MonitorFold fold)
    {
        var monitor = metrics.Monitor(fold.Monitor);
        var now = fold.CountsOf(SourceKind.Features) + fold.CountsOf(SourceKind.Labels);
        var before = counted.GetValueOrDefault(fold.Monitor);
        // Where an epoch follows another the open chunks are counted again: what was told before must not be told twice.
        counted[fold.Monitor] = RecordCounts.Max(now, before);
        monitor.Records(
            Rise(now.Consumed, before.Consumed), Rise(now.Accepted, before.Accepted), Rise(now.Late, before.Late),
            Rise(now.Rejected, before.Rejected), Rise(now.DeadLettered, before.DeadLettered));
        if (fold.Current is not { } epoch)
        {
            return;
        }

        foreach (var source in epoch.Ledger.Sources.Values.Where(source => source.Watermark != long.MinValue))
        {
            monitor.Progress(source.Source.ToString(), At(source.Watermark), At(source.MaximumTime));
        }

        var joins = fold.Joins;
        monitor.Labels(
            joins.Predictions == 0 ? null : (double)joins.Joined / joins.Predictions,
            joins.Joined == 0 ? null : TimeSpan.FromMilliseconds((double)joins.DelayMilliseconds / joins.Joined));
        Positions[fold.Monitor] = [.. epoch.Ledger.Sources.Values.Select(source => (source.Source, source.UpTo))];
    }

    /// <inheritdoc/>
    public void Window(WindowRecord window)
    {
        var monitor = metrics.Monitor(window.Monitor);
        if (window.Drift is { } drift)
        {
            var scores = drift.Channels.Where(channel => channel is { Z: not null, Effect: not null })
                .Select(channel => new ChannelScore(channel.Name, channel.Z!.Value, channel.Effect!.Value));
            monitor.Window(scores, drift.Threshold ?? 0, drift.Drifted);
        }

        if (window.Outcomes is { } outcomes)
        {
            monitor.Performance("auc", "realised", outcomes.Auc);
            monitor.Performance("log_loss", "realised", outcomes.LogLoss);
            monitor.Performance("error", "realised", outcomes.RecentError);
        }
    }

    /// <inheritdoc/>
    public void Incident(IncidentRecord incident)
    {
        var monitor = metrics.Monitor(incident.Monitor);
        if (incident.ResolvedBlock is not null)
        {
            open.TryRemove(incident.Id, out _);
            logger.IncidentResolved(incident.Id);
        }
        else if (open.TryAdd(incident.Id, incident.Monitor))
        {
            monitor.IncidentRaised(incident.Kind);
            logger.IncidentRaised(incident.Id, incident.Diagnosis);
        }

        monitor.IncidentsOpen(open.Values.Count(name => name == incident.Monitor));
    }

    /// <inheritdoc/>
    public void Snapshot(string monitor) => metrics.Monitor(monitor).SnapshotTaken(HostedRoles.Analyze);

    /// <inheritdoc/>
    public void Restored(string monitor, RestoredFrom from) => metrics.Monitor(monitor).Restored(from.ToString().ToLowerInvariant());

    /// <inheritdoc/>
    public void DamagedSnapshot(string why) => logger.DamagedSnapshot(why);

    /// <inheritdoc/>
    public void Gone(string monitor)
    {
        metrics.Remove(monitor);
        counted.TryRemove(monitor, out _);
        Positions.TryRemove(monitor, out _);
    }

    /// <inheritdoc/>
    public void Happened(EventRecord record)
    {
        var monitor = metrics.Monitor(record.Monitor);
        logger.ResponseStep(record.Trigger, record.Step, record.Verdict ?? "");
        switch (record.Step)
        {
            case ResponseStep.Confirmed:
                monitor.ResponseStarted();
                break;
            case ResponseStep.Judged:
                monitor.ResponseEnded(record.Verdict!, TimeSpan.FromSeconds(Figure(record, "seconds")));
                monitor.SyntheticRows((long)Figure(record, "syntheticRows"));
                break;
            case ResponseStep.Failed:
                monitor.ResponseEnded("failed", TimeSpan.Zero);
                break;
            case ResponseStep.Suppressed:
                monitor.ResponseSuppressed(record.Verdict!);
                break;
            case ResponseStep.Promoted:
                monitor.Promoted();
                break;
            case ResponseStep.RolledBack:
                monitor.RolledBack();
                break;
        }
    }

    /// <summary>Counters only rise: a fold that was restored from further back waits until it has caught up.</summary>
    private static long Rise(long now, long before) => Math.Max(0, now - before);

    private static double Figure(EventRecord record, string name) => record.Figures?.GetValueOrDefault(name) ?? 0;

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
