using System.Collections.Immutable;
using SynthMonitor.Analyze.Ledger;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze.Judging;

/// <summary>Judges each closed block by the calibrated drift monitor, and writes its window.</summary>
internal sealed class WindowJudge(LoadedEpoch epoch, IAnalyzeOutput output)
{
    private const int MostRanges = 5;
    private DriftMonitor monitor = new(epoch.Reference, epoch.Epoch.MonitorOptions, epoch.Calibration);

    public JudgedWindow Judge(ClosedBlock block)
    {
        var description = epoch.Epoch;
        var profile = Judged(block);
        var undefined = block.IsUndefined ? $"{block.Counts.Rows} rows in {block.Joined} blocks, of at least {description.MinimumRows}" : null;
        if (profile.Rows == 0 && block.Counts.Rows > 0)
        {
            undefined = $"no rows of model version '{description.Model}'";
        }

        var step = undefined is null ? monitor.Observe(block.Block, profile) : null;
        output.Window(new WindowRecord
        {
            Id = WindowRecord.IdOf(description.Monitor, description.Number, block.Block),
            Monitor = description.Monitor,
            Epoch = description.Number,
            Block = block.Block,
            BlockEnd = DateTimeOffset.FromUnixTimeMilliseconds(new BlockTime(description.BlockMilliseconds).EndOf(block.Block)),
            Drift = new DriftWindow
            {
                Joined = block.Joined,
                Rows = block.Counts.Rows,
                Faults = block.Counts.Faults,
                Undefined = undefined ?? step?.Score.Reason,
                Score = step?.Score.Value,
                Threshold = step?.Threshold,
                Drifted = step?.Alarm is not null && step.Transition != AlarmTransition.Resolved,
                Channels = [.. (step?.Channels ?? []).Select(ToResult)],
            },
        });
        return new JudgedWindow(
            block.Block,
            profile,
            step?.Transition ?? AlarmTransition.None,
            step?.Alarm?.OnsetBlock ?? block.Block,
            [.. (step?.Alarm?.Columns ?? []).Select(ToColumn)]);
    }

    public void Write(PayloadWriter writer) => monitor.Write(writer);

    public void Read(PayloadReader reader) =>
        monitor = DriftMonitor.Read(reader, epoch.Reference, epoch.Epoch.MonitorOptions, epoch.Calibration);

    private Profile Judged(ClosedBlock block)
    {
        var sum = new Profile(epoch.Reference.Codebook);
        foreach (var (model, profile) in block.Counts.Profiles)
        {
            if (epoch.Epoch.Model is null || model == epoch.Epoch.Model)
            {
                sum.Add(profile);
            }
        }

        return sum;
    }

    private static ChannelResult ToResult(ChannelStep channel) => new(
        channel.Name,
        channel.Scale,
        Finite(channel.Z),
        Finite(channel.Statistic),
        Finite(channel.PValue),
        channel.EffectName,
        Finite(channel.Effect));

    private static IncidentColumn ToColumn(ColumnShare column) => new(
        column.Name,
        column.Share,
        Finite(column.Effect),
        [.. column.MovedRanges.Take(MostRanges).Select(range => new IncidentRange(range.Cells, range.Difference))]);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}

/// <summary>What a block's window said.</summary>
/// <param name="Block">The block.</param>
/// <param name="Profile">The rows that were judged.</param>
/// <param name="Transition">What it changed.</param>
/// <param name="OnsetBlock">The onset of the alarm that is on or that it resolved; else the block.</param>
/// <param name="Columns">The columns of that alarm.</param>
internal sealed record JudgedWindow(
    long Block, Profile Profile, AlarmTransition Transition, long OnsetBlock, ImmutableArray<IncidentColumn> Columns);
