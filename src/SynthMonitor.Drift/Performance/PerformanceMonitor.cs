using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Performance;

/// <summary>
/// Watches the error rate of a binary task from joined labels, and raises an alarm when it rises: by ADWIN on the stream of errors, and by an
/// exact scan that compares the last 1, 2, 4 … 64 blocks with all outcomes before them (Fisher's test at the budget divided by the number of
/// windows, which bounds the false alarms whatever the error rate and however short the baseline). The baseline is the monitor's own past,
/// not the reference, whose scores may have been made on rows that the model was trained on. A pure fold, as <see cref="DriftMonitor"/> is.
/// </summary>
public sealed class PerformanceMonitor
{
    /// <summary>The blocks held.</summary>
    public const int History = 64;

    private const int Scales = 7;
    private const double ResolvingLevel = 0.001;
    private const int PatientWindows = 4;

    private readonly PerformanceOptions options;
    private readonly ErrorHistory history;
    private readonly Adwin adwin;
    private PerformanceAlarm? alarm;
    private ErrorCount before;

    /// <summary>Creates a monitor that has seen nothing.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public PerformanceMonitor(PerformanceOptions options)
    {
        if (options.Validate() is [var error, ..])
        {
            throw new ArgumentException(error, nameof(options));
        }

        this.options = options;
        history = new ErrorHistory(History, options.Threshold);
        adwin = new Adwin(options.Adwin);
    }

    /// <summary>The alarm that is on, or null.</summary>
    public PerformanceAlarm? Alarm => alarm;

    /// <summary>The number of the last block taken, or null.</summary>
    public long? LastBlock { get; private set; }

    /// <summary>Takes the outcomes of the next closed block.</summary>
    /// <param name="block">Its number, greater than the last one's.</param>
    /// <param name="counts">Its outcomes.</param>
    /// <param name="shuffleSeed">The order in which ADWIN sees them: counts have none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The block is not later than the last one.</exception>
    public PerformanceStep Observe(long block, OutcomeCounts counts, ulong shuffleSeed)
    {
        if (LastBlock is { } last)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(block, last);
        }

        LastBlock = block;
        if (counts.Rows == 0)
        {
            return Step(block, counts, Estimate.Undefined("no outcomes"), AlarmTransition.None, alarm, false);
        }

        var errors = history.Push(block, counts, alarm?.OnsetBlock ?? long.MaxValue);
        var (hasRisen, hasFallen) = FeedAdwin(errors, shuffleSeed);
        return alarm is null ? Judge(block, counts, hasRisen, hasFallen) : Hold(block, counts, hasFallen);
    }

    /// <summary>The outcomes of the blocks from one on, as far back as blocks are held (64 of them).</summary>
    public OutcomeCounts Since(long block) => history.Outcomes(history.CountSince(block));

    /// <summary>The outcomes of all blocks before one.</summary>
    public OutcomeCounts Before(long block) => history.OutcomesBefore(history.CountSince(block));

    /// <summary>Writes the state.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteBoolean(LastBlock is not null);
        writer.WriteSigned(LastBlock ?? 0);
        history.Write(writer);
        adwin.Write(writer);
        writer.WriteUnsigned((ulong)before.Errors);
        writer.WriteUnsigned((ulong)before.Rows);
        writer.WriteBoolean(alarm is not null);
        if (alarm is not null)
        {
            writer.WriteSigned(alarm.RaisedBlock);
            writer.WriteSigned(alarm.OnsetBlock);
            writer.WriteString(alarm.Source);
            writer.WriteDouble(alarm.ErrorBefore);
            writer.WriteDouble(alarm.ErrorSince);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="Data.InputException">The bytes are no state of such a monitor.</exception>
    public static PerformanceMonitor Read(PayloadReader reader, PerformanceOptions options)
    {
        var monitor = new PerformanceMonitor(options);
        var (hasLast, last) = (reader.ReadBoolean(), reader.ReadSigned());
        monitor.LastBlock = hasLast ? last : null;
        monitor.history.Restore(reader);
        monitor.adwin.Restore(reader);
        monitor.before = new((long)reader.ReadUnsigned(), (long)reader.ReadUnsigned());
        monitor.alarm = reader.ReadBoolean()
            ? new(reader.ReadSigned(), reader.ReadSigned(), reader.ReadString(), reader.ReadDouble(), reader.ReadDouble())
            : null;
        return monitor;
    }

    private (bool HasRisen, bool HasFallen) FeedAdwin(ErrorCount errors, ulong shuffleSeed)
    {
        var stream = new bool[errors.Rows];
        stream.AsSpan(0, (int)errors.Errors).Fill(true);
        new KeyedRandom(shuffleSeed).Shuffle(stream.AsSpan());
        var (hasRisen, hasFallen) = (false, false);
        foreach (var isError in stream)
        {
            adwin.Update(isError ? 1 : 0);
            if (adwin is { IsDrift: true, Mean.Value: { } now, MeanBefore.Value: { } earlier })
            {
                hasRisen |= now - earlier >= options.Floor;
                hasFallen |= now < earlier;
            }
        }

        return (hasRisen, hasFallen);
    }

    private PerformanceStep Judge(long block, OutcomeCounts counts, bool hasRisen, bool hasFallen)
    {
        var p = SmallestPValue();
        var scanRaises = p.Value <= options.Budget.PerBlock / Scales;
        if (!scanRaises && !hasRisen)
        {
            return Step(block, counts, p, AlarmTransition.None, null, hasFallen);
        }

        var age = history.AgeOfRise();
        var since = history.Last(age + 1);
        before = history.Total - since;
        alarm = new(block, history.BlockNumber(age), scanRaises ? "scan" : "adwin", before.Rate, since.Rate);
        return Step(block, counts, p, AlarmTransition.Raised, alarm, false);
    }

    private PerformanceStep Hold(long block, OutcomeCounts counts, bool hasFallen)
    {
        var blocksSince = history.CountSince(alarm!.OnsetBlock);
        var since = history.Last(blocksSince);
        alarm = alarm with { ErrorSince = since.Rate };
        var p = Estimate.Undefined("an alarm is on");
        if (BlocksBack(blocksSince) is not { } back)
        {
            return Step(block, counts, p, AlarmTransition.None, alarm, hasFallen);
        }

        history.Forget(alarm.OnsetBlock, back);
        (var resolved, alarm) = (alarm, null);
        return Step(block, counts, p, AlarmTransition.Resolved, resolved, hasFallen);
    }

    /// <summary>
    /// How many last blocks are back at the rate before the alarm, and either significantly below the rest of the alarm or so many that no
    /// other proof is needed (the rest may be short, or a false alarm); null where none are.
    /// </summary>
    private int? BlocksBack(int blocksSinceOnset)
    {
        var all = history.Last(blocksSinceOnset);
        for (var count = options.ClearBlocks; count < blocksSinceOnset; count *= 2)
        {
            var recent = history.Last(count);
            var rest = all - recent;
            if (recent.Rate <= before.Rate + (options.Floor / 2)
                && (count >= PatientWindows * options.ClearBlocks
                    || FisherExact.Less(recent.Errors, recent.Rows, rest.Errors, rest.Rows).Value <= ResolvingLevel))
            {
                return count;
            }
        }

        return null;
    }

    private Estimate SmallestPValue()
    {
        var smallest = Estimate.Undefined($"fewer than {options.MinimumBaseline} outcomes to compare with");
        for (var count = 1; count <= history.Count; count *= 2)
        {
            var window = history.Last(count);
            var baseline = history.Total - window;
            if (baseline.Rows < options.MinimumBaseline)
            {
                break;
            }

            var p = window.Rate - baseline.Rate >= options.Floor
                ? FisherExact.Greater(window.Errors, window.Rows, baseline.Errors, baseline.Rows)
                : Estimate.Undefined("no rise worth an alarm");
            smallest = !smallest.IsDefined || p.Value < smallest.Value ? p : smallest;
        }

        return smallest;
    }

    private PerformanceStep Step(
        long block, OutcomeCounts counts, Estimate p, AlarmTransition transition, PerformanceAlarm? state, bool hasImproved)
    {
        var baseline = alarm is null ? history.Total - history.Last(1) : before;
        return new(
            block,
            counts.Rows,
            counts.ErrorRate(options.Threshold),
            baseline.Rows == 0 ? Estimate.Undefined("no outcomes yet") : Estimate.Of(baseline.Rate),
            p,
            options.Budget.PerBlock / Scales,
            transition,
            state,
            hasImproved,
            RealisedMetrics.Of(history.Outcomes(Math.Min(history.Count, options.TrailingBlocks)), options.Threshold));
    }
}
