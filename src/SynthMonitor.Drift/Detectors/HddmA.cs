using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="HddmA"/>; the defaults are River's.</summary>
/// <param name="DriftConfidence">The significance of a drift. Between 0 and 1.</param>
/// <param name="WarningConfidence">The significance of a warning. Between 0 and 1.</param>
/// <param name="OnDecrease">What a fall of the error rate is.</param>
public sealed record HddmAOptions(
    double DriftConfidence = 0.001, double WarningConfidence = 0.005, OnDecrease OnDecrease = OnDecrease.Ignore) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
        [.. Between(0, 1, DriftConfidence, "drift confidence"), .. Between(0, 1, WarningConfidence, "warning confidence")];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new HddmA(this);
}

/// <summary>What a detector of rising errors makes of a fall.</summary>
public enum OnDecrease
{
    /// <summary>Nothing: the test is one-sided.</summary>
    Ignore,

    /// <summary>An alarm: the test is two-sided, as River's.</summary>
    Alarm,

    /// <summary>A new beginning without an alarm, as in MOA's two-sided test.</summary>
    Forget,
}

/// <summary>
/// Drift detection by Hoeffding's bound on averages (Frías-Blanco et al. 2015): the mean of all n values is compared with the mean of the first
/// k, where <c>mean_k + √(ln(1/α) / 2k)</c> was least; a drift where it is greater by <c>√(½ · (n − k)/(nk) · ln(2/α))</c> or more.
/// For values in 0 … 1. Memory O(1).
/// </summary>
/// <example>
/// <code>
/// var (detector, random) = (new HddmA(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 1054
/// </code>
/// </example>
public sealed class HddmA : ErrorDetector
{
    private readonly HddmAOptions options;
    private readonly double boundFactor;
    private RunningMean all;
    private RunningMean least;
    private RunningMean greatest;

    /// <summary>Creates a detector that has seen nothing.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public HddmA(HddmAOptions? options = null)
        : base(options ??= new HddmAOptions())
    {
        this.options = options;
        boundFactor = Math.Log(1 / options.DriftConfidence);
    }

    /// <summary>The number of values since the last drift, and their mean.</summary>
    public (long Count, double Mean) All => (all.Count, all.Mean);

    /// <summary>The beginning of the stream whose bounded mean was least.</summary>
    public (long Count, double Mean) Least => (least.Count, least.Mean);

    /// <summary>The beginning of the stream whose bounded mean was greatest.</summary>
    public (long Count, double Mean) Greatest => (greatest.Count, greatest.Mean);

    private protected override void Judge(double value)
    {
        all.Add(value);
        var bound = Bound(all);
        if (least.Count == 0 || least.Mean + Bound(least) >= all.Mean + bound)
        {
            least = all;
        }

        if (greatest.Count == 0 || greatest.Mean - Bound(greatest) <= all.Mean - bound)
        {
            greatest = all;
        }

        var (rise, fall) = (all.Mean - least.Mean, greatest.Mean - all.Mean);
        var isDrift = Exceeds(rise, least, options.DriftConfidence);
        var isWarning = !isDrift && Exceeds(rise, least, options.WarningConfidence);
        if (options.OnDecrease == OnDecrease.Alarm)
        {
            var hasFallen = Exceeds(fall, greatest, options.DriftConfidence);
            isWarning |= !hasFallen && Exceeds(fall, greatest, options.WarningConfidence);
            isDrift |= hasFallen;
        }
        else if (options.OnDecrease == OnDecrease.Forget && !isDrift && Exceeds(fall, greatest, options.DriftConfidence))
        {
            Forget();
        }

        Signal(isDrift, isWarning);
    }

    private protected override void Forget() => all = least = greatest = default;

    private protected override void ExchangeState(StateExchange state)
    {
        all.Exchange(state);
        least.Exchange(state);
        greatest.Exchange(state);
    }

    private double Bound(RunningMean mean) => Math.Sqrt(1.0 / (2 * mean.Count) * boundFactor);

    private bool Exceeds(double difference, RunningMean part, double confidence)
    {
        if (part.Count == all.Count)
        {
            return false;
        }

        var m = (double)(all.Count - part.Count) / part.Count * (1.0 / all.Count);
        return difference >= Math.Sqrt(m / 2 * Math.Log(2 / confidence));
    }
}
