using System.Collections.Immutable;
using SynthMonitor.Api;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Hosting;

/// <summary>Follows <c>windows</c>, <c>incidents</c> and <c>events</c>, outside of any group, into the bounded views that the API shows.</summary>
internal sealed class ViewFeed(ILog log, InternalTopics topics, MonitorViews views, Func<string, long, (long First, long Last)?> rowsOf) : ILogWorker
{
    private readonly Dictionary<TopicPartition, long> positions = [];

    /// <inheritdoc/>
    public bool Step(TimeSpan wait)
    {
        var any = false;
        foreach (var topic in new[] { topics.Windows, topics.Incidents, topics.Events })
        {
            for (var partition = 0; partition < topics.Partitions; partition++)
            {
                any |= Follow(new TopicPartition(topic, partition));
            }
        }

        if (!any)
        {
            using var pause = new ManualResetEventSlim();
            pause.Wait(wait);
        }

        return any;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private bool Follow(TopicPartition partition)
    {
        var position = positions.TryGetValue(partition, out var known) ? known : log.Start(partition);
        var end = log.End(partition);
        positions[partition] = end;
        if (end <= position)
        {
            return false;
        }

        log.Read(partition, position, end, Show);
        return true;
    }

    private void Show(in LogRecord record)
    {
        if (record.Source.Topic == topics.Events)
        {
            Show(JsonMessage.Read<EventRecord>(record.Value));
        }
        else if (record.Source.Topic == topics.Incidents)
        {
            Show(JsonMessage.Read<IncidentRecord>(record.Value));
        }
        else
        {
            Show(JsonMessage.Read<WindowRecord>(record.Value));
        }
    }

    private void Show(WindowRecord window)
    {
        if (window.Drift is { } drift)
        {
            views.Apply(new WindowView(
                window.Id, window.Monitor, window.Epoch, window.Block, window.BlockEnd, drift.Rows, drift.Score, drift.Threshold, drift.Drifted,
                drift.Undefined, [.. drift.Channels.Select(channel => new ChannelView(channel.Name, channel.Z, channel.Effect, channel.Scale))]));
        }

        if (window.Outcomes is { } outcomes)
        {
            var performance = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
            Put(performance, "auc", outcomes.Auc);
            Put(performance, "logLoss", outcomes.LogLoss);
            Put(performance, "error", outcomes.RecentError);
            views.Apply(new OutcomeView(
                window.Id, window.Monitor, window.Epoch, window.Block, window.BlockEnd, outcomes.Labels, outcomes.Errors, performance.ToImmutable()));
        }
    }

    private void Show(IncidentRecord incident) => views.Apply(new IncidentView(
        incident.Id, incident.Monitor, incident.Kind, incident.Epoch, incident.Revision, incident.Severity, incident.Diagnosis,
        incident.OnsetBlock, incident.RaisedBlock, incident.ResolvedBlock, incident.Reason,
        rowsOf(incident.Monitor, incident.OnsetBlock)?.First,
        rowsOf(incident.Monitor, incident.RaisedBlock)?.Last,
        incident.ResolvedBlock is { } resolved ? rowsOf(incident.Monitor, resolved)?.Last : null,
        [.. incident.Columns.Select(column => new ColumnView(column.Name, column.Share, column.Effect ?? 0))]));

    private void Show(EventRecord record) => views.Apply(new EventView(
        record.Id, record.Monitor, record.Trigger, record.Step, record.Epoch, record.Block, record.At, record.By, record.Attempt, record.Verdict,
        record.Reasons ?? [], record.Recipe, record.Digests?.GetValueOrDefault("model"), record.Figures ?? ImmutableSortedDictionary<string, double>.Empty));

    private static void Put(ImmutableSortedDictionary<string, double>.Builder performance, string metric, double? value)
    {
        if (value is { } known)
        {
            performance[metric] = known;
        }
    }
}
