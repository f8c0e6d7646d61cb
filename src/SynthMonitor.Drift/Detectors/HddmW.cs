using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="HddmW"/>; the defaults are River's.</summary>
/// <param name="DriftConfidence">The significance of a drift. Between 0 and 1.</param>
/// <param name="WarningConfidence">The significance of a warning. Between 0 and 1.</param>
/// <param name="Decay">The weight λ of the newest value. Between 0 and 1.</param>
/// <param name="TwoSided">Whether a fall of the mean is an alarm as well.</param>
/// <param name="BoundsFirstValue">
/// Whether the bound of a single value is <c>λ² + (1 − λ)²</c>, as River's, or 1, as MOA's.
/// </param>
public sealed record HddmWOptions(
    double DriftConfidence = 0.001,
    double WarningConfidence = 0.005,
    double Decay = 0.05,
    bool TwoSided = false,
    bool BoundsFirstValue = true) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. Between(0, 1, DriftConfidence, "drift confidence"),
        .. Between(0, 1, WarningConfidence, "warning confidence"),
        .. Between(0, 1, Decay, "decay"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new HddmW(this);
}

/// <summary>
/// Drift detection by McDiarmid's bound on moving averages (Frías-Blanco et al. 2015): the exponentially weighted mean of the values since a
/// cut is compared with that of all values up to it, the cut being where <c>mean + √(B ln(1/α) / 2)</c> was least; a drift where it is
/// greater by more than <c>√((B₁ + B₂) ln(1/α) / 2)</c>. B ← λ² + (1 − λ)² B is the sum of squared weights. For values in 0 … 1. Memory O(1).
/// </summary>
/// <example>
/// <code>
/// var (detector, random) = (new HddmW(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 1063
/// </code>
/// </example>
public sealed class HddmW : ErrorDetector
{
    private readonly HddmWOptions options;
    private WeightedMean all;
    private Cut rise;
    private Cut fall;

    /// <summary>Creates a detector that has seen nothing.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public HddmW(HddmWOptions? options = null)
        : base(options ??= new HddmWOptions())
    {
        this.options = options;
        Forget();
    }

    /// <summary>The weighted mean of all values since the last drift, and its bound B.</summary>
    public (double Mean, double Bound) All => all.Values;

    /// <summary>The least bounded mean, and the weighted means before and since.</summary>
    public (double Level, (double Mean, double Bound) Before, (double Mean, double Bound) Since) Rise => rise.Values;

    /// <summary>The greatest bounded mean, and the weighted means before and since.</summary>
    public (double Level, (double Mean, double Bound) Before, (double Mean, double Bound) Since) Fall => fall.Values;

    private protected override void Judge(double value)
    {
        all.Add(value, options);
        var margin = Margin(all.Bound, options.DriftConfidence);
        rise.Take(value, all, all.Mean + margin, all.Mean + margin < rise.Level, options);
        fall.Take(value, all, all.Mean - margin, all.Mean - margin > fall.Level, options);
        var isDrift = Exceeds(rise.Before, rise.Since, options.DriftConfidence);
        var isWarning = !isDrift && Exceeds(rise.Before, rise.Since, options.WarningConfidence);
        if (options.TwoSided)
        {
            var hasFallen = Exceeds(fall.Since, fall.Before, options.DriftConfidence);
            isWarning |= !hasFallen && Exceeds(fall.Since, fall.Before, options.WarningConfidence);
            isDrift |= hasFallen;
        }

        Signal(isDrift, isWarning);
    }

    private protected override void Forget()
    {
        all = new WeightedMean();
        rise = new Cut(double.PositiveInfinity);
        fall = new Cut(double.NegativeInfinity);
    }

    private protected override void ExchangeState(StateExchange state)
    {
        all.Exchange(state);
        rise.Exchange(state);
        fall.Exchange(state);
    }

    private static double Margin(double bound, double confidence) => Math.Sqrt(bound * Math.Log(1 / confidence) / 2);

    private static bool Exceeds(WeightedMean lower, WeightedMean upper, double confidence) =>
        lower.HasValue && upper.HasValue && upper.Mean - lower.Mean > Margin(lower.Bound + upper.Bound, confidence);

    private struct WeightedMean()
    {
        private bool hasValue;
        private double mean;
        private double bound = 1;

        public readonly bool HasValue => hasValue;

        public readonly double Mean => mean;

        public readonly double Bound => bound;

        public readonly (double Mean, double Bound) Values => (mean, bound);

        public void Add(double value, HddmWOptions options)
        {
            var decay = options.Decay;
            bound = hasValue || options.BoundsFirstValue ? (decay * decay) + ((1 - decay) * (1 - decay) * bound) : 1;
            mean = hasValue ? (decay * value) + ((1 - decay) * mean) : value;
            hasValue = true;
        }

        public void Exchange(StateExchange state)
        {
            state.Exchange(ref hasValue);
            state.Exchange(ref mean);
            state.Exchange(ref bound);
        }
    }

    private struct Cut(double level)
    {
        private double level = level;
        private WeightedMean before = new();
        private WeightedMean since = new();

        public readonly double Level => level;

        public readonly WeightedMean Before => before;

        public readonly WeightedMean Since => since;

        public readonly (double Level, (double Mean, double Bound) Before, (double Mean, double Bound) Since) Values =>
            (level, before.Values, since.Values);

        public void Take(double value, WeightedMean all, double newLevel, bool isCut, HddmWOptions options)
        {
            if (isCut)
            {
                (level, before, since) = (newLevel, all, new WeightedMean());
            }
            else
            {
                since.Add(value, options);
            }
        }

        public void Exchange(StateExchange state)
        {
            state.Exchange(ref level);
            before.Exchange(state);
            since.Exchange(state);
        }
    }
}
