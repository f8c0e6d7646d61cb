using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="Rddm"/>; the defaults are those of its authors.</summary>
/// <param name="MinimumInstances">The first value that is judged, from 1.</param>
/// <param name="WarningLevel">The standard deviations above the minimum that are a warning. More than 0.</param>
/// <param name="DriftLevel">The standard deviations above the minimum that are a drift. More than 0.</param>
/// <param name="MaximumConcept">The values after which a quiet concept is shortened. At least 1.</param>
/// <param name="MinimumConcept">The newest values that are kept, and to which it is shortened. At least 1.</param>
/// <param name="WarningLimit">The values in the warning zone after which there is a drift. At least 1.</param>
public sealed record RddmOptions(
    int MinimumInstances = 129,
    double WarningLevel = 1.773,
    double DriftLevel = 2.258,
    int MaximumConcept = 40_000,
    int MinimumConcept = 7_000,
    int WarningLimit = 1_400) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. AtLeast(1, MinimumInstances, "minimum instances"),
        .. Positive(WarningLevel, "warning level"),
        .. Positive(DriftLevel, "drift level"),
        .. AtLeast(1, MaximumConcept, "maximum concept"),
        .. AtLeast(1, MinimumConcept, "minimum concept"),
        .. AtLeast(1, WarningLimit, "warning limit"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new Rddm(this);
}

/// <summary>
/// The reactive drift detection method (Barros, Cabral, Gonçalves and Santos 2017): <see cref="Ddm"/> that forgets. A quiet concept that has
/// become long is counted again from its newest values; a warning that lasts is a drift; and after a drift the values since the warning
/// began, or the last one where there was none, are counted again as the beginning of the new concept. Equal to its authors' in MOA. Memory
/// O(minimum concept).
/// </summary>
/// <example>
/// <code>
/// var (detector, random) = (new Rddm(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 163
/// </code>
/// </example>
public sealed class Rddm : ErrorDetector
{
    private readonly RddmOptions options;
    private readonly RecentValues recent;
    private RunningMean rate;
    private double leastRate = double.PositiveInfinity;
    private double leastDeviation = double.PositiveInfinity;
    private long sinceWarning;
    private bool isStale;

    /// <summary>Creates a detector that has seen nothing.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Rddm(RddmOptions? options = null)
        : base(options ??= new RddmOptions())
    {
        this.options = options;
        recent = new RecentValues(options.MinimumConcept);
    }

    /// <summary>The number of values that count.</summary>
    public long Count => rate.Count;

    /// <summary>Their error rate.</summary>
    public double ErrorRate => rate.Mean;

    private double Deviation => Math.Sqrt(rate.Mean * (1 - rate.Mean) / rate.Count);

    private protected override void Judge(double value)
    {
        if (isStale)
        {
            CountAgain();
        }

        recent.Add(value);
        rate.Add(value);
        sinceWarning += sinceWarning > 0 ? 1 : 0;
        if (rate.Count < options.MinimumInstances)
        {
            Signal(false, false);
            return;
        }

        NoteMinimum();
        Compare(rate.Mean + Deviation);
    }

    private protected override void BeginAfterDrift()
    {
        // The values that began the new concept are counted again, so nothing is forgotten before the next value is taken.
    }

    private protected override void Forget()
    {
        recent.Clear();
        (rate, sinceWarning, isStale) = (default, 0, false);
        ForgetMinimum();
    }

    private protected override void ExchangeState(StateExchange state)
    {
        recent.Exchange(state);
        rate.Exchange(state);
        state.Exchange(ref leastRate);
        state.Exchange(ref leastDeviation);
        state.Exchange(ref sinceWarning);
        state.Exchange(ref isStale);
    }

    private void Compare(double level)
    {
        if (level > leastRate + (options.DriftLevel * leastDeviation))
        {
            Drift(kept: Math.Max(1, sinceWarning));
        }
        else if (level <= leastRate + (options.WarningLevel * leastDeviation))
        {
            Signal(false, false);
            sinceWarning = 0;
            isStale = rate.Count >= options.MaximumConcept;
        }
        else if (sinceWarning > options.WarningLimit)
        {
            Drift(kept: 1);
        }
        else
        {
            Signal(false, true);
            sinceWarning = Math.Max(1, sinceWarning);
        }
    }

    private void Drift(long kept)
    {
        Signal(true, false);
        recent.KeepNewest((int)Math.Min(kept, options.MinimumConcept));
        isStale = true;
    }

    private void CountAgain()
    {
        (rate, sinceWarning, isStale) = (default, 0, false);
        if (IsDrift)
        {
            ForgetMinimum();
        }

        for (var index = 0; index < recent.Count; index++)
        {
            rate.Add(recent[index]);
            if (IsDrift && rate.Count > options.MinimumInstances)
            {
                NoteMinimum();
            }
        }
    }

    private void NoteMinimum()
    {
        if (rate.Mean + Deviation < leastRate + leastDeviation)
        {
            (leastRate, leastDeviation) = (rate.Mean, Deviation);
        }
    }

    private void ForgetMinimum() => (leastRate, leastDeviation) = (double.PositiveInfinity, double.PositiveInfinity);
}
