using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>
/// Adaptive windowing (Bifet and Gavaldà 2007): keeps a window of values in an exponential histogram, and cuts its older part off where the
/// means of both parts differ by more than <c>ε = √(2/m · σ² · ln(2 ln W / δ)) + 2/(3m) · ln(2 ln W / δ)</c>, with
/// <c>1/m = 1/(n₀ − l + 1) + 1/(n₁ − l + 1)</c> for a shortest side of l. Equal to River's, with its conventions: ln W in δ′, and
/// after a change the whole window is forgotten at the next value, or its newer part kept as in MOA. Memory and worst cost O(log W).
/// </summary>
/// <example>
/// <code>
/// var (detector, random) = (new Adwin(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 1055
/// </code>
/// </example>
public sealed class Adwin : StreamDetector
{
    private readonly AdwinOptions options;
    private readonly AdwinWindow window;
    private long ticks;
    private double meanBefore = double.NaN;

    /// <summary>Creates a detector that has seen nothing.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Adwin(AdwinOptions? options = null)
        : base(options ??= new AdwinOptions())
    {
        this.options = options;
        window = new AdwinWindow(options.MaximumBuckets);
    }

    /// <summary>The number of values in the window.</summary>
    public long Width => window.Width;

    /// <summary>The sum of the values in the window.</summary>
    public double Total => window.Total;

    /// <summary>The mean of the window; undefined while it is empty.</summary>
    public Estimate Mean => Width == 0 ? Estimate.Undefined("no values yet") : Estimate.Of(Total / Width);

    /// <summary>The sum of squared deviations from the mean (River's <c>variance</c>; MOA's is this divided by the width).</summary>
    public double Deviation => window.Deviation;

    /// <summary>Where the window was cut at the last change: the mean of the part that was cut off; undefined while there is no change.</summary>
    public Estimate MeanBefore => double.IsNaN(meanBefore) ? Estimate.Undefined("no change") : Estimate.Of(meanBefore);

    private protected override void Judge(double value)
    {
        window.Add(value);
        ticks++;
        var hasChanged = false;
        if (ticks % options.Clock == 0 && Width > options.GracePeriod)
        {
            while (FindCut() is { } mean)
            {
                meanBefore = hasChanged ? meanBefore : mean;
                hasChanged = true;
                window.DropOldest();
            }
        }

        Signal(hasChanged, false);
    }

    private protected override void BeginAfterDrift()
    {
        if (options.KeepsNewer)
        {
            meanBefore = double.NaN;
        }
        else
        {
            base.BeginAfterDrift();
        }
    }

    private protected override void Forget()
    {
        window.Clear();
        (ticks, meanBefore) = (0, double.NaN);
    }

    private protected override void ExchangeState(StateExchange state)
    {
        window.Exchange(state);
        state.Exchange(ref ticks);
        state.Exchange(ref meanBefore);
    }

    /// <summary>The mean of the older part at the first cut that separates different means, or null.</summary>
    private double? FindCut()
    {
        var confidence = Math.Log(2 * Math.Log(Width) / options.Delta);
        var spread = 2 * (Deviation / Width) * confidence;
        var (before, totalBefore, after, totalAfter) = (0.0, 0.0, (double)Width, Total);
        for (var row = window.Rows - 1; row >= 0; row--)
        {
            var size = Math.ScaleB(1, row);
            foreach (var total in window.TotalsOf(row))
            {
                (before, totalBefore) = (before + size, totalBefore + total);
                (after, totalAfter) = (after - size, totalAfter - total);
                if (after < options.MinimumWindow || before < options.MinimumWindow)
                {
                    continue;
                }

                var reciprocal = (1 / (before - options.MinimumWindow + 1)) + (1 / (after - options.MinimumWindow + 1));
                var difference = Math.Abs((totalBefore / before) - (totalAfter / after));
                if (difference > Math.Sqrt(reciprocal * spread) + (2.0 / 3 * confidence * reciprocal))
                {
                    return totalBefore / before;
                }
            }
        }

        return null;
    }
}
