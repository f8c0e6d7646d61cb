using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Detectors;

/// <summary>
/// Adaptive windowing (Bifet and Gavaldà 2007): keeps a window of values in an exponential histogram, and cuts its older part off where the
/// means of both parts differ by more than <c>ε = √(2/m · σ² · ln(2 ln W / δ)) + 2/(3m) · ln(2 ln W / δ)</c>, with
/// <c>1/m = 1/(n₀ − l + 1) + 1/(n₁ − l + 1)</c> for a shortest side of l. Equal to River's, with its conventions: ln W in δ′, and
/// after a change the whole window is forgotten at the next value (MOA keeps the newer part and alarms again). Memory and worst cost O(log W).
/// </summary>
public sealed class Adwin : IStreamDetector
{
    private readonly AdwinOptions options;
    private readonly List<AdwinBuckets> rows = [];
    private double total;
    private double deviation;
    private long ticks;

    /// <summary>Creates a detector that has seen nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public Adwin(AdwinOptions? options = null)
    {
        this.options = options ??= new AdwinOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Delta, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(options.Delta, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Clock, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumBuckets, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinimumWindow, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.GracePeriod, 1, nameof(options));
        Reset();
    }

    /// <inheritdoc/>
    public bool IsDrift { get; private set; }

    /// <summary>The number of values in the window.</summary>
    public long Width { get; private set; }

    /// <summary>The sum of the values in the window.</summary>
    public double Total => total;

    /// <summary>The mean of the window; undefined while it is empty.</summary>
    public Estimate Mean => Width == 0 ? Estimate.Undefined("no values yet") : Estimate.Of(total / Width);

    /// <summary>The sum of squared deviations from the mean (River's <c>variance</c>).</summary>
    public double Deviation => deviation;

    /// <summary>Where the window was cut at the last change: the mean of the part that was cut off; undefined while there is no change.</summary>
    public Estimate MeanBefore { get; private set; }

    /// <inheritdoc/>
    public void Update(double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        if (IsDrift)
        {
            Reset();
        }

        Insert(value);
        Compress();
        ticks++;
        if (ticks % options.Clock == 0 && Width > options.GracePeriod)
        {
            Shrink();
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        rows.Clear();
        rows.Add(new AdwinBuckets(options.MaximumBuckets));
        (IsDrift, Width, total, deviation, ticks) = (false, 0, 0, 0, 0);
        MeanBefore = Estimate.Undefined("no change");
    }

    /// <inheritdoc/>
    public void Write(PayloadWriter writer)
    {
        writer.WriteDouble(options.Delta);
        writer.WriteCount(options.Clock);
        writer.WriteCount(options.MaximumBuckets);
        writer.WriteCount(options.MinimumWindow);
        writer.WriteCount(options.GracePeriod);
        writer.WriteBoolean(IsDrift);
        writer.WriteUnsigned((ulong)Width);
        writer.WriteUnsigned((ulong)ticks);
        writer.WriteDouble(total);
        writer.WriteDouble(deviation);
        writer.WriteBoolean(MeanBefore.IsDefined);
        writer.WriteDouble(MeanBefore.Value ?? 0);
        writer.WriteCount(rows.Count);
        foreach (var row in rows)
        {
            row.Write(writer);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="Data.InputException">The bytes are no such detector.</exception>
    public static Adwin Read(PayloadReader reader)
    {
        var options = new AdwinOptions(reader.ReadDouble(), reader.ReadCount(), reader.ReadCount(), reader.ReadCount(), reader.ReadCount());
        if (options is not { Delta: > 0 and < 1, Clock: >= 1, MaximumBuckets: >= 1 and <= 1024, MinimumWindow: >= 1, GracePeriod: >= 1 })
        {
            throw reader.Fault($"{options}", "valid options");
        }

        var adwin = new Adwin(options)
        {
            IsDrift = reader.ReadBoolean(),
            Width = (long)reader.ReadUnsigned(),
            ticks = (long)reader.ReadUnsigned(),
            total = reader.ReadDouble(),
            deviation = reader.ReadDouble(),
        };
        var (hasMean, mean) = (reader.ReadBoolean(), reader.ReadDouble());
        adwin.MeanBefore = hasMean ? Estimate.Of(mean) : adwin.MeanBefore;
        adwin.rows.Clear();
        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            adwin.rows.Add(new AdwinBuckets(options.MaximumBuckets));
            adwin.rows[^1].Restore(reader);
        }

        return adwin;
    }

    private void Insert(double value)
    {
        rows[0].Add(value, 0);
        Width++;
        if (Width > 1)
        {
            var difference = value - (total / (Width - 1));
            deviation += (Width - 1) * difference * difference / Width;
        }

        total += value;
    }

    private void Compress()
    {
        for (var row = 0; row < rows.Count && rows[row].Count == options.MaximumBuckets + 1; row++)
        {
            if (row + 1 == rows.Count)
            {
                rows.Add(new AdwinBuckets(options.MaximumBuckets));
            }

            var buckets = rows[row];
            var size = Math.ScaleB(1, row);
            var difference = (buckets.Total(0) / size) - (buckets.Total(1) / size);
            var between = size * size * difference * difference / (size + size);
            rows[row + 1].Add(buckets.Total(0) + buckets.Total(1), buckets.Deviation(0) + buckets.Deviation(1) + between);
            buckets.RemoveOldest(2);
        }
    }

    /// <summary>Drops the oldest bucket as long as some cut of the window separates different means.</summary>
    private void Shrink()
    {
        while (FindCut() is { } meanBefore)
        {
            if (!IsDrift)
            {
                MeanBefore = Estimate.Of(meanBefore);
            }

            IsDrift = true;
            DropOldest();
        }
    }

    private double? FindCut()
    {
        var (before, totalBefore, after, totalAfter) = (0.0, 0.0, (double)Width, total);
        for (var row = rows.Count - 1; row >= 0; row--)
        {
            var size = Math.ScaleB(1, row);
            for (var bucket = 0; bucket < rows[row].Count; bucket++)
            {
                before += size;
                after -= size;
                totalBefore += rows[row].Total(bucket);
                totalAfter -= rows[row].Total(bucket);
                if (after >= options.MinimumWindow && before >= options.MinimumWindow
                    && Differ(before, after, (totalBefore / before) - (totalAfter / after)))
                {
                    return totalBefore / before;
                }
            }
        }

        return null;
    }

    private bool Differ(double before, double after, double difference)
    {
        var delta = Math.Log(2 * Math.Log(Width) / options.Delta);
        var reciprocal = (1 / (before - options.MinimumWindow + 1)) + (1 / (after - options.MinimumWindow + 1));
        var variance = deviation / Width;
        return Math.Abs(difference) > Math.Sqrt(2 * reciprocal * variance * delta) + (2.0 / 3 * delta * reciprocal);
    }

    private void DropOldest()
    {
        var oldest = rows[^1];
        var size = Math.ScaleB(1, rows.Count - 1);
        var (sum, mean) = (oldest.Total(0), oldest.Total(0) / size);
        Width -= (long)size;
        total -= sum;
        var difference = mean - (total / Width);
        deviation -= oldest.Deviation(0) + (size * Width * difference * difference / (size + Width));
        oldest.RemoveOldest(1);
        if (oldest.Count == 0)
        {
            rows.RemoveAt(rows.Count - 1);
        }
    }
}
