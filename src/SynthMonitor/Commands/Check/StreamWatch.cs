using System.Collections.Immutable;
using SynthMonitor.Console;
using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Performance;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Commands.Check;

/// <summary>Runs the monitors over the blocks of a file.</summary>
/// <param name="blocks">The blocks.</param>
/// <param name="options">How drift is watched.</param>
/// <param name="outcomes">Scores that met their labels, if performance is watched too.</param>
/// <param name="keepsWindows">Whether to keep what every window said.</param>
/// <param name="terminal">Shows the calibration's progress and its warnings.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class StreamWatch(
    RowBlocks blocks, MonitorOptions options, RowOutcomes? outcomes, bool keepsWindows, Terminal terminal, CancellationToken cancellation)
{
    private const ulong Seed = 1;

    private readonly AlarmList alarms = new(blocks);
    private readonly List<JudgedBlock> steps = [];
    private readonly List<(RowBlock Block, PerformanceStep Step)> performanceSteps = [];

    /// <summary>The alarms raised.</summary>
    public IReadOnlyList<BlockAlarm> Alarms => alarms.Alarms;

    /// <summary>What the drift monitor said after each block that it saw.</summary>
    public IReadOnlyList<JudgedBlock> Steps => steps;

    /// <summary>What the performance monitor said after each block that it saw.</summary>
    public IReadOnlyList<(RowBlock Block, PerformanceStep Step)> PerformanceSteps => performanceSteps;

    /// <summary>The calibration on the reference that came last.</summary>
    /// <exception cref="InvalidOperationException">Nothing was watched yet.</exception>
    public Calibration Calibration { get => field ?? throw new InvalidOperationException("nothing was watched yet"); private set; }

    /// <summary>The smallest changes that can be found on the reference that came last.</summary>
    public ImmutableArray<SmallestShift> Smallest { get; private set; } = [];

    /// <summary>Watches all blocks.</summary>
    /// <param name="reference">What the first blocks are compared with.</param>
    public void Run(Reference reference)
    {
        var index = 0;
        while (index < blocks.Blocks.Length)
        {
            if (WatchFrom(index, reference) is not { } raised)
            {
                return;
            }

            var (start, end) = (raised.End, raised.End + reference.Rows);
            if (end > blocks.Table.Rows)
            {
                terminal.Note($"after the alarm at row {blocks.Order[start - 1]} there are {blocks.Table.Rows - start:N0} rows, too few for the next reference of {reference.Rows:N0}: no verdict on them");
                return;
            }

            reference = Reference.From(blocks.Table.Slice(start, reference.Rows), new ReferenceOptions(
                Positive: reference.Positive, KeepsValues: false, Derives: reference.HasDerived));
            alarms.ResolveAll(end - 1);
            index = blocks.Blocks.Count(block => block.Start < end);
        }
    }

    /// <summary>Watches blocks from one on; returns the one that raised an alarm after which a new reference is due, or null.</summary>
    private RowBlock? WatchFrom(int first, Reference reference)
    {
        var calibration = reference.CalibrationFor(options, Seed)
            ?? terminal.Progress("calibrating the threshold", progress => Calibrator.Calibrate(reference, options, Seed, progress, cancellation));
        foreach (var warning in calibration.Warnings)
        {
            terminal.Note(warning);
        }

        (Calibration, Smallest) = (calibration, Sensitivity.Of(reference, calibration));
        var codes = reference.Encode(blocks.Table);
        var drift = new DriftMonitor(reference, options, calibration);
        var performance = outcomes is null ? null : new PerformanceMonitor(new PerformanceOptions(options.Budget));
        foreach (var block in blocks.Blocks.Skip(first))
        {
            cancellation.ThrowIfCancellationRequested();
            var raised = Observe(drift, reference, block, ProfileOf(reference, codes, block));
            raised |= performance is not null && Observe(performance, block, outcomes!.Of(block));
            if (raised && options.AfterAlarm == AfterAlarm.Rebase)
            {
                return block;
            }
        }

        return null;
    }

    private bool Observe(DriftMonitor monitor, Reference reference, RowBlock block, Profile profile)
    {
        var step = monitor.Observe(block.Number, profile);
        steps.Add(new(block, step, keepsWindows && step.Score.IsDefined ? monitor.EveryWindow() : []));
        alarms.Add(reference, block, step);
        return step.Transition == AlarmTransition.Raised;
    }

    private bool Observe(PerformanceMonitor monitor, RowBlock block, OutcomeCounts counts)
    {
        var step = monitor.Observe(block.Number, counts, Seed + (ulong)block.Number);
        performanceSteps.Add((block, step));
        alarms.Add(block, step);
        return step.Transition == AlarmTransition.Raised;
    }

    private static Profile ProfileOf(Reference reference, CodeTable codes, RowBlock block)
    {
        var profile = new Profile(reference.Watched);
        profile.Add(codes, block.Start, block.Rows);
        return profile;
    }
}
