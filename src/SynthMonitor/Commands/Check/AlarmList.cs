using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Performance;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Commands.Check;

/// <summary>Collects the alarms of a run over blocks, with their rows in the file.</summary>
/// <param name="blocks">The blocks.</param>
internal sealed class AlarmList(RowBlocks blocks)
{
    /// <summary>The kind of an alarm about inputs and scores.</summary>
    public const string Drift = "drift";

    /// <summary>The kind of an alarm about the error rate.</summary>
    public const string Performance = "performance";

    // The onset's estimate settles within so many blocks; later the rows since the onset may be of the next change, or of none.
    private const int BlocksOfHindsight = 8;

    private readonly List<BlockAlarm> alarms = [];
    private readonly Dictionary<long, int> starts = blocks.Blocks.ToDictionary(block => block.Number, block => block.Start);

    /// <summary>The alarms, in the order in which they were raised.</summary>
    public IReadOnlyList<BlockAlarm> Alarms => alarms;

    /// <summary>Takes what the drift monitor said after a block.</summary>
    /// <param name="reference">What the monitor compares with.</param>
    /// <param name="block">The block.</param>
    /// <param name="step">What it said.</param>
    public void Add(Reference reference, RowBlock block, MonitorStep step) => Add(block, step.Transition, step.Alarm is { } state ? new BlockAlarm(
        blocks.Order[block.End - 1],
        state.RaisedBlock,
        Drift,
        state.Scale,
        blocks.Order[starts[state.OnsetBlock]],
        [.. state.Columns.Select(column => new BlockAlarmColumn(
            column.Name, column.Share, column.Effect, column.EffectName, [.. column.MovedRanges.Select(MovedCells.Of)]))],
        null,
        null,
        new(reference, starts[state.OnsetBlock], block.End, state.Columns)) : null);

    /// <summary>Takes what the performance monitor said after a block.</summary>
    public void Add(RowBlock block, PerformanceStep step) => Add(block, step.Transition, step.Alarm is { } state ? new BlockAlarm(
        blocks.Order[block.End - 1],
        state.RaisedBlock,
        Performance,
        (int)(state.RaisedBlock - state.OnsetBlock) + 1,
        blocks.Order[starts[state.OnsetBlock]],
        [],
        new(state.ErrorBefore, state.ErrorSince),
        null,
        null) : null);

    /// <summary>Resolves every alarm that is on.</summary>
    /// <param name="row">The last row, in order of time, of what resolved them.</param>
    public void ResolveAll(int row)
    {
        for (var index = 0; index < alarms.Count; index++)
        {
            alarms[index] = alarms[index].ResolvedRow is null ? alarms[index] with { ResolvedRow = blocks.Order[row] } : alarms[index];
        }
    }

    private void Add(RowBlock block, AlarmTransition transition, BlockAlarm? alarm)
    {
        if (alarm is null)
        {
            return;
        }

        var last = alarms.FindLastIndex(other => other.Kind == alarm.Kind);
        switch (transition)
        {
            case AlarmTransition.Raised:
                alarms.Add(alarm);
                break;
            case AlarmTransition.Resolved:
                alarms[last] = alarms[last] with { ResolvedRow = blocks.Order[block.End - 1] };
                break;
            default:
                if (block.Number - alarm.Block <= BlocksOfHindsight)
                {
                    alarms[last] = alarm with { Row = alarms[last].Row };
                }

                break;
        }
    }
}
