using System.Collections.Immutable;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// Watches a stream of blocks for drift from a reference: every channel over windows of 1, 2, 4 … 64 blocks at once, one threshold for all
/// that keeps the budget of false alarms, an effect floor, hysteresis. A pure fold: the same blocks give the same steps, and a monitor that
/// was written and read back goes on as if nothing had happened. It holds the counts of 64 blocks and no rows. Not thread-safe.
/// </summary>
public sealed partial class DriftMonitor
{
    private const int History = 64;
    private const int OnsetSettles = 8;
    private const int MostOnsetColumns = 8;

    private readonly Reference reference;
    private readonly MonitorOptions options;
    private readonly Calibration calibration;
    private readonly ChannelSet channels;
    private readonly long[] flatReference;
    private readonly Scan scan;
    private readonly ImmutableArray<int> scales;
    private readonly ChiSquaredMatch[][] usualMatches;
    private readonly AlarmRule rule;
    private readonly WindowSums windows;
    private readonly Queue<Profile> profiles = new();
    private long observed;
    private AlarmState? alarm;

    /// <summary>Creates a monitor that has seen nothing.</summary>
    /// <param name="reference">What no drift is.</param>
    /// <param name="options">How to watch.</param>
    /// <param name="calibration">Made by <see cref="Calibrator"/> on this reference for these options.</param>
    /// <exception cref="ArgumentException">The calibration was made for another reference or other options.</exception>
    public DriftMonitor(Reference reference, MonitorOptions options, Calibration calibration)
    {
        if (calibration.ReferenceDigest != reference.Digest || calibration.Options != options)
        {
            throw new ArgumentException("the calibration was made for another reference or other options", nameof(calibration));
        }

        (this.reference, this.options, this.calibration) = (reference, options, calibration);
        channels = new ChannelSet(reference, options);
        flatReference = channels.Flatten(reference);
        scan = new Scan(channels, flatReference);
        scales = options.Scales(reference.Rows);
        usualMatches = [.. scales.Select(scale => calibration.Nulls.MatchesFor((long)scale * options.RowsPerBlock))];
        rule = new AlarmRule(options, calibration.Threshold, calibration.ClearLevel);
        windows = new WindowSums(channels.Cells, History, scales.AsSpan());
    }

    /// <summary>The alarm that is on, or null.</summary>
    public AlarmState? Alarm => rule.IsOn ? alarm : null;

    /// <summary>The number of the last block taken, or null.</summary>
    public long? LastBlock { get; private set; }

    /// <summary>Takes the next block.</summary>
    /// <param name="block">Its number, greater than the last one's.</param>
    /// <param name="profile">Its rows' counts, over <see cref="Reference.Watched"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The block is not later than the last one.</exception>
    public MonitorStep Observe(long block, Profile profile)
    {
        if (LastBlock is { } last)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(block, last);
        }

        LastBlock = block;
        if (profile.Rows < options.MinimumRows)
        {
            return WithoutVerdict(block, profile.Rows, $"{profile.Rows} rows, of at least {options.MinimumRows}");
        }

        if (rule.IsOn && options.AfterAlarm == AfterAlarm.Rebase)
        {
            return WithoutVerdict(block, profile.Rows, "an alarm was raised: a new reference is due");
        }

        Push(block, profile);
        observed++;
        var (steps, score, scale) = Evaluate();
        var transition = rule.Observe(score);
        var state = StateAfter(transition, block, scale);
        return new(block, profile.Rows, Estimate.Of(score), calibration.Threshold, steps, transition, state);
    }

    /// <summary>What each window that ends with the last judged block says about each channel, the shortest window first.</summary>
    public ImmutableArray<ChannelStep> EveryWindow() =>
        [.. AllEvidence().Select(one => one.Evidence.ToStep(channels.Channels[one.Channel].Name))];

    /// <summary>The rows of the judged blocks from one on, as far back as blocks are held (64 of them).</summary>
    public Profile Since(long block)
    {
        var sum = new Profile(reference.Watched);
        foreach (var profile in profiles.Skip(windows.Count - CountSince(block)))
        {
            sum.Add(profile);
        }

        return sum;
    }

    private void Push(long block, Profile profile)
    {
        windows.Push(block, channels.Flatten(profile), profile.Rows);
        profiles.Enqueue(profile.Clone());
        if (profiles.Count > History)
        {
            profiles.Dequeue();
        }
    }

    private MonitorStep WithoutVerdict(long block, long rows, string reason) =>
        new(block, rows, Estimate.Undefined(reason), calibration.Threshold, [], AlarmTransition.None, Alarm);

    private (ImmutableArray<ChannelStep> Steps, double Score, int Scale) Evaluate()
    {
        var best = new ChannelEvidence[channels.Channels.Length];
        foreach (var (index, evidence) in AllEvidence())
        {
            best[index] = best[index].Or(evidence);
        }

        var steps = best.Select((evidence, index) => evidence.ToStep(channels.Channels[index].Name)).ToImmutableArray();
        var foremost = best.MaxBy(evidence => evidence.Score);
        return (steps, foremost.Score, foremost.Scale);
    }

    private IEnumerable<(int Channel, ChannelEvidence Evidence)> AllEvidence()
    {
        for (var scale = 0; scale < scales.Length && windows.IsFull(scale); scale++)
        {
            var rows = windows.Rows(scale);
            var matches = rows == (long)scales[scale] * options.RowsPerBlock ? usualMatches[scale] : calibration.Nulls.MatchesFor(rows);
            for (var index = 0; index < channels.Channels.Length; index++)
            {
                yield return (index, ChannelEvidence.Of(scan, index, windows[scale], rows, matches, scales[scale]));
            }
        }
    }

    private AlarmState? StateAfter(AlarmTransition transition, long block, int scale)
    {
        var raised = transition == AlarmTransition.Raised ? block : alarm?.RaisedBlock;
        if (raised is null || !(rule.IsOn || transition == AlarmTransition.Resolved))
        {
            return null;
        }

        if (transition == AlarmTransition.Resolved)
        {
            (var resolved, alarm) = (alarm, null);
            return resolved;
        }

        if (transition == AlarmTransition.Raised)
        {
            observed = 0;
        }

        return alarm = Describe(raised.Value, transition == AlarmTransition.Raised ? scale : alarm!.Scale);
    }

    private AlarmState Describe(long raised, int scale)
    {
        var age = alarm is { } known && observed > OnsetSettles ? Math.Max(0, CountSince(known.OnsetBlock) - 1) : EstimateOnset(scale);
        var since = new long[channels.Cells];
        long rows = 0;
        for (var a = 0; a <= age; a++)
        {
            var counts = windows.Block(a);
            for (var cell = 0; cell < since.Length; cell++)
            {
                since[cell] += counts[cell];
            }

            rows += windows.BlockRows(a);
        }

        var columns = Attribution.Of(
            channels, reference.Watched, scan, calibration.Nulls.MatchesFor(rows), flatReference, since, rows, calibration.ClearLevel);
        var onset = alarm is { } settled && observed > OnsetSettles ? settled.OnsetBlock : windows.BlockNumber(age);
        return new(raised, onset, scale, columns);
    }

    private int EstimateOnset(int scale)
    {
        var index = scales.IndexOf(scale) is var position and >= 0 ? position : 0;
        var rows = windows.Rows(index);
        var matches = calibration.Nulls.MatchesFor(rows);
        var window = windows[index];
        var z = new double[channels.Channels.Length];
        for (var channel = 0; channel < z.Length; channel++)
        {
            z[channel] = ChannelEvidence.Of(scan, channel, window, rows, matches, scale).Score;
        }

        var moved = Enumerable.Range(0, z.Length)
            .Where(channel => z[channel] >= Math.Min(calibration.ClearLevel, z.Max()))
            .OrderByDescending(channel => z[channel])
            .Take(MostOnsetColumns)
            .ToArray();
        return OnsetEstimator.AgeOf(channels, moved, flatReference, windows);
    }

    private int CountSince(long block)
    {
        var count = 0;
        while (count < windows.Count && windows.BlockNumber(count) >= block)
        {
            count++;
        }

        return count;
    }
}
