using System.Collections.Immutable;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Demo;

/// <summary>The result of a demo as JSON: the contract of <c>demo --exit --json</c>.</summary>
internal sealed record DemoReport
{
    public required long Rows { get; init; }

    public required DemoConservation Conservation { get; init; }

    public required ImmutableArray<DemoAlarm> Alarms { get; init; }

    public required ImmutableArray<DemoIncident> Incidents { get; init; }

    public required ImmutableArray<DemoRetrain> Retrains { get; init; }

    public required int Promotions { get; init; }

    public required int Rollbacks { get; init; }

    public required ImmutableArray<string> Suppressed { get; init; }

    /// <summary>AUC, label-weighted over blocks; null where there is nothing to judge.</summary>
    public required DemoQuality Quality { get; init; }

    /// <summary>Accuracy over the same spans.</summary>
    public required DemoQuality Accuracy { get; init; }

    /// <summary>Rows of blocks that were not closed, and so not judged.</summary>
    public required long OpenRows { get; init; }

    public required int Blocks { get; init; }

    public static DemoReport Of(DemoState state)
    {
        var incidents = state.Incidents;
        var events = state.Events;
        return new DemoReport
        {
            Rows = state.FedRows,
            Conservation = new DemoConservation(state.Features, state.Labels, state.Joins),
            Alarms = [.. incidents.Select(DemoAlarm.Of)],
            Incidents = [.. incidents.Select(DemoIncident.Of)],
            Retrains = [.. events.Where(record => record.Step is ResponseStep.Judged or ResponseStep.Failed).Select(DemoRetrain.Of)],
            Promotions = events.Count(record => record.Step == ResponseStep.Promoted),
            Rollbacks = events.Count(record => record.Step == ResponseStep.RolledBack),
            Suppressed = [.. events.Where(record => record.Step == ResponseStep.Suppressed).Select(record => record.Verdict!)],
            Quality = DemoQuality.Of(state, window => window.Auc),
            Accuracy = DemoQuality.Of(state, window => 1 - ((double)window.Errors / window.Labels)),
            OpenRows = state.OpenRows,
            Blocks = state.Windows.Count(window => window.Drift is not null),
        };
    }
}

/// <summary>How feature records ended, at the top; label records and joins beneath.</summary>
internal sealed record DemoConservation(long Consumed, long Accepted, long Late, long Rejected, long DeadLettered, RecordCounts Labels, JoinCounts Joins)
{
    public DemoConservation(RecordCounts features, RecordCounts labels, JoinCounts joins)
        : this(features.Consumed, features.Accepted, features.Late, features.Rejected, features.DeadLettered, labels, joins)
    {
    }
}

/// <summary>A raised alarm; rows count the stream's rows from 0, <c>row</c> is the last one of the raising block.</summary>
internal sealed record DemoAlarm(long Row, long Block, string Kind, long OnsetRow, ImmutableArray<IncidentColumn> Columns, long? ResolvedRow)
{
    public static DemoAlarm Of(IncidentRecord incident) => new(
        DemoRows.Last(incident.RaisedBlock),
        DemoTexts.BlockOf(incident.RaisedBlock),
        incident.Kind,
        DemoRows.First(incident.OnsetBlock),
        incident.Columns,
        incident.ResolvedBlock is { } resolved ? DemoRows.Last(resolved) : null);
}

/// <summary>An incident at its last revision.</summary>
internal sealed record DemoIncident(
    string Id, string Kind, string Diagnosis, ImmutableArray<string> Evidence, long OnsetRow, long RaisedRow, long? ResolvedRow, string? Reason)
{
    public static DemoIncident Of(IncidentRecord incident) => new(
        incident.Id,
        incident.Kind,
        incident.Diagnosis,
        incident.Evidence,
        DemoRows.First(incident.OnsetBlock),
        DemoRows.Last(incident.RaisedBlock),
        incident.ResolvedBlock is { } resolved ? DemoRows.Last(resolved) : null,
        incident.Reason);
}

/// <summary>A retraining and its verdict; champion and challenger are AUCs on the same real holdout.</summary>
internal sealed record DemoRetrain(
    string? Recipe, string Verdict, double? Champion, double? Challenger, double? Seconds, double? SyntheticRows, ImmutableArray<string>? Reasons)
{
    public static DemoRetrain Of(EventRecord record) => new(
        record.Recipe,
        record.Verdict ?? "failed",
        Figure(record, "championAuc"),
        Figure(record, "challengerAuc"),
        Figure(record, "seconds"),
        Figure(record, "syntheticRows"),
        record.Reasons);

    private static double? Figure(EventRecord record, string name) =>
        record.Figures?.TryGetValue(name, out var value) == true ? value : null;
}

/// <summary>Realised quality before the first incident's onset, from there to the promotion, and after it.</summary>
internal sealed record DemoQuality(double? Before, double? During, double? After)
{
    public static DemoQuality Of(DemoState state, Func<OutcomeWindow, double?> metric)
    {
        var onset = state.Incidents.Select(incident => (long?)incident.OnsetBlock).Min();
        var lastEpoch = state.Events.Any(record => record.Step == ResponseStep.Promoted) ? state.Epoch : int.MaxValue;
        var windows = state.Windows.Where(window => window.Outcomes is not null).ToList();
        return new DemoQuality(
            Mean(windows.Where(window => window.Epoch < lastEpoch && (onset is null || window.Block < onset)), metric),
            Mean(windows.Where(window => window.Epoch < lastEpoch && window.Block >= onset), metric),
            Mean(windows.Where(window => window.Epoch >= lastEpoch), metric));
    }

    private static double? Mean(IEnumerable<WindowRecord> windows, Func<OutcomeWindow, double?> metric)
    {
        var (sum, labels) = (0.0, 0L);
        foreach (var outcomes in windows.Select(window => window.Outcomes!).Where(outcomes => outcomes.Labels > 0))
        {
            if (metric(outcomes) is { } value)
            {
                sum += value * outcomes.Labels;
                labels += outcomes.Labels;
            }
        }

        return labels == 0 ? null : sum / labels;
    }
}

/// <summary>The rows of a block.</summary>
internal static class DemoRows
{
    public static long First(long block) => DemoTexts.BlockOf(block) * DemoWorld.Clock.RowsPerBlock;

    public static long Last(long block) => First(block + 1) - 1;
}
