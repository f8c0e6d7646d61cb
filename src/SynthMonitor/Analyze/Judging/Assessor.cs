using System.Text;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Diagnosis;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Performance;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze.Judging;

/// <summary>
/// Follows windows and outcomes strictly in order of blocks, whatever the order in which they arrive: watches realised performance, diagnoses
/// open incidents again as labels come, and resolves them.
/// </summary>
internal sealed class Assessor
{
    private readonly LoadedEpoch epoch;
    private readonly IAnalyzeOutput output;
    private readonly PerformanceOptions options;
    private readonly WindowHistory history;
    private readonly Queue<JudgedWindow> windows = new();
    private readonly Queue<OutcomeBlock> outcomes = new();
    private PerformanceMonitor performance;
    private IncidentRecord? drift;
    private IncidentRecord? decline;

    public Assessor(LoadedEpoch epoch, IAnalyzeOutput output)
    {
        (this.epoch, this.output) = (epoch, output);
        options = new PerformanceOptions(new FalseAlarmBudget(epoch.Epoch.FalseAlarmsPerBlock), epoch.Epoch.Threshold);
        performance = new PerformanceMonitor(options);
        history = new WindowHistory(epoch.Reference.Codebook);
    }

    /// <summary>Whether an incident is open.</summary>
    public bool HasOpenIncident => drift is not null || decline is not null;

    /// <summary>Takes a judged window. An alarm is told at once; the rest waits for the outcomes of its block.</summary>
    public void Take(JudgedWindow window)
    {
        windows.Enqueue(window);
        if (window.Transition == AlarmTransition.Raised)
        {
            output.Incident(DriftIncident(window, history.Through(windows)));
        }
    }

    /// <summary>Takes the outcomes of a block.</summary>
    public void Take(OutcomeBlock block) => outcomes.Enqueue(block);

    /// <summary>All outcomes up to a block are known: follows up to there.</summary>
    public void AdvanceTo(long block)
    {
        while (true)
        {
            var window = windows.TryPeek(out var first) && first.Block <= block ? first.Block : long.MaxValue;
            var outcome = outcomes.TryPeek(out var revealed) && revealed.Block <= block ? revealed.Block : long.MaxValue;
            if (window == long.MaxValue && outcome == long.MaxValue)
            {
                return;
            }

            if (window <= outcome)
            {
                Follow(windows.Dequeue());
            }
            else
            {
                Follow(outcomes.Dequeue());
            }
        }
    }

    /// <summary>The epoch ends after a block: what is open is resolved.</summary>
    public void End(long block)
    {
        while (windows.TryDequeue(out var window))
        {
            Follow(window);
        }

        foreach (var open in new[] { drift, decline }.OfType<IncidentRecord>())
        {
            output.Incident(open with { Revision = open.Revision + 1, ResolvedBlock = block, Reason = "epoch" });
        }

        (drift, decline) = (null, null);
    }

    public void Write(PayloadWriter writer)
    {
        performance.Write(writer);
        history.Write(writer);
        AssessorFormat.Write(writer, windows, outcomes);
        AssessorFormat.Write(writer, drift);
        AssessorFormat.Write(writer, decline);
    }

    public void Read(PayloadReader reader)
    {
        performance = PerformanceMonitor.Read(reader, options);
        history.Read(reader);
        AssessorFormat.Read(reader, epoch.Reference.Codebook, windows, outcomes);
        drift = AssessorFormat.ReadIncident(reader);
        decline = AssessorFormat.ReadIncident(reader);
    }

    private void Follow(JudgedWindow window)
    {
        history.Add(window.Block, window.Profile);
        if (window.Transition == AlarmTransition.Raised)
        {
            drift = DriftIncident(window, history);
        }
        else if (drift is not null && window.Transition == AlarmTransition.Resolved)
        {
            output.Incident(drift with { Revision = drift.Revision + 1, ResolvedBlock = window.Block });
            drift = null;
        }
        else if (drift is not null && window.Columns.Length > 0)
        {
            drift = drift with { Columns = window.Columns, OnsetBlock = Math.Min(window.OnsetBlock, drift.RaisedBlock) };
        }
    }

    private void Follow(OutcomeBlock block)
    {
        var counts = block.Of(epoch.Epoch.Model);
        var step = performance.Observe(block.Block, counts, Seed(block.Block));
        output.Window(OutcomeWindows.Of(epoch.Epoch, block, counts, step));
        if (step is { Transition: AlarmTransition.Raised, Alarm: { } alarm })
        {
            decline = Decline(alarm);
            output.Incident(decline);
        }
        else if (step.Transition == AlarmTransition.Resolved && decline is not null)
        {
            output.Incident(decline with { Revision = decline.Revision + 1, ResolvedBlock = block.Block });
            decline = null;
        }

        drift = Reassess(drift, block.Block);
        decline = Reassess(decline, block.Block);
    }

    private IncidentRecord? Reassess(IncidentRecord? incident, long block)
    {
        if (incident is null || incident.Mature)
        {
            return incident;
        }

        var since = performance.Since(incident.OnsetBlock);
        var diagnosis = Diagnose(incident, block, since, history);
        var revised = incident with
        {
            Diagnosis = DiagnosisNames.Of(diagnosis.Kind),
            Evidence = diagnosis.Reasons,
            Labels = since.Rows,
            Mature = since.Rows >= epoch.Epoch.MinimumLabels,
            Block = block,
        };
        if (!revised.Mature && revised.Diagnosis == incident.Diagnosis)
        {
            return incident;
        }

        revised = revised with { Revision = incident.Revision + 1 };
        output.Incident(revised);
        return revised;
    }

    private IncidentRecord DriftIncident(JudgedWindow window, WindowHistory seen)
    {
        var incident = NewIncident(IncidentRecord.Drift, window.Block, window.OnsetBlock, "warning") with { Columns = window.Columns };
        return Diagnosed(incident, Diagnose(incident, window.Block, null, seen));
    }

    private IncidentRecord Decline(PerformanceAlarm alarm)
    {
        var incident = NewIncident(IncidentRecord.Performance, alarm.RaisedBlock, alarm.OnsetBlock, "critical") with { Columns = drift?.Columns ?? [] };
        return Diagnosed(incident, Diagnose(incident, alarm.RaisedBlock, performance.Since(alarm.OnsetBlock), history));
    }

    private IncidentRecord NewIncident(string kind, long raised, long onset, string severity) => new()
    {
        Id = IncidentRecord.IdOf(epoch.Epoch.Monitor, epoch.Epoch.Number, kind, raised),
        Monitor = epoch.Epoch.Monitor,
        Kind = kind,
        Epoch = epoch.Epoch.Number,
        Revision = 0,
        Severity = severity,
        OnsetBlock = onset,
        RaisedBlock = raised,
        Diagnosis = "",
        Block = raised,
    };

    private static IncidentRecord Diagnosed(IncidentRecord incident, Diagnosis diagnosis) =>
        incident with { Diagnosis = DiagnosisNames.Of(diagnosis.Kind), Evidence = diagnosis.Reasons };

    private Diagnosis Diagnose(IncidentRecord incident, long block, OutcomeCounts? since, WindowHistory seen)
    {
        var before = since is null ? null : performance.Before(incident.OnsetBlock);
        return Diagnoser.Diagnose(new DiagnosisEvidence(
            epoch.Reference,
            seen.Sum(incident.OnsetBlock, block),
            before is { Rows: > 0 } ? before : epoch.Reference.Outcomes,
            since,
            [.. incident.Columns.Select(column => column.Name)]));
    }

    private ulong Seed(long block) => ((ulong)Murmur2.Hash(Encoding.UTF8.GetBytes(epoch.Epoch.Monitor)) << 32) ^ (ulong)block;
}
