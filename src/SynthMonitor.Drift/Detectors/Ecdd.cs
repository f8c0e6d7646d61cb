using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="Ecdd"/>; the defaults are Frouros'.</summary>
/// <param name="MinimumInstances">The first value that can be a drift, from 1.</param>
/// <param name="Decay">The weight λ of the newest value. More than 0, at most 1; the control limits are fitted to 0.2.</param>
/// <param name="AverageRunLength">The mean number of values between false alarms that the control limits are fitted to: 100, 400 or 1,000.</param>
/// <param name="WarningLevel">The share of the control limit that is a warning. Between 0 and 1.</param>
/// <param name="MinimumForWarning">The first value that can be a warning; null means as for a drift. MOA's is one less.</param>
public sealed record EcddOptions(
    int MinimumInstances = 30,
    double Decay = 0.2,
    int AverageRunLength = 400,
    double WarningLevel = 0.5,
    int? MinimumForWarning = null) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. AtLeast(1, MinimumInstances, "minimum instances"),
        .. Require(Decay is > 0 and <= 1, $"decay: {Decay}; expected more than 0 and at most 1"),
        .. Require(AverageRunLength is 100 or 400 or 1000, $"average run length: {AverageRunLength}; expected 100, 400 or 1000"),
        .. Between(0, 1, WarningLevel, "warning level"),
        .. AtLeast(1, MinimumForWarning ?? 1, "minimum for warning"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new Ecdd(this);
}

/// <summary>
/// The exponentially weighted moving average chart for errors (Ross, Adams, Tasoulis and Hand 2012): <c>Z ← Z + λ(x − Z)</c> with
/// <c>σ_Z = √(p(1 − p) · λ/(2 − λ) · (1 − (1 − λ)^2t))</c> and p the error rate; a drift where <c>Z &gt; p + L(p) σ_Z</c>, with the paper's
/// polynomial L for the wanted run length. The polynomials are meant for p &lt; ½. Memory O(1). MOA calls it EWMAChartDM.
/// </summary>
/// <param name="options">Its options.</param>
/// <exception cref="ArgumentException">An option is out of its range.</exception>
/// <example>
/// <code>
/// var (detector, random) = (new Ecdd(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 305
/// </code>
/// </example>
public sealed class Ecdd(EcddOptions options) : ErrorDetector(options)
{
    private RunningMean rate;
    private double average;

    /// <summary>Creates a detector with the default options.</summary>
    public Ecdd()
        : this(new EcddOptions())
    {
    }

    /// <summary>The number of values since the last drift.</summary>
    public long Count => rate.Count;

    /// <summary>The error rate since the last drift.</summary>
    public double ErrorRate => rate.Mean;

    /// <summary>The weighted average Z.</summary>
    public double Average => average;

    private protected override void Judge(double value)
    {
        rate.Add(value);
        average = (options.Decay * value) + ((1 - options.Decay) * average);
        var p = rate.Mean;
        var deviation = Math.Sqrt(
            options.Decay / (2 - options.Decay) * (1 - Math.Pow(1 - options.Decay, 2 * rate.Count)) * Math.Max(0, p * (1 - p)));
        var limit = ControlLimit(p) * deviation;
        var isDrift = rate.Count >= options.MinimumInstances && average > p + limit;
        var mayWarn = rate.Count >= (options.MinimumForWarning ?? options.MinimumInstances);
        Signal(isDrift, !isDrift && mayWarn && average > p + (options.WarningLevel * limit));
    }

    private protected override void Forget() => (rate, average) = (default, 0);

    private protected override void ExchangeState(StateExchange state)
    {
        rate.Exchange(state);
        state.Exchange(ref average);
    }

    private double ControlLimit(double p)
    {
        var (constant, linear, cubic, fifth, seventh) = options.AverageRunLength switch
        {
            100 => (2.76, -6.23, 18.12, -312.45, 1002.18),
            400 => (3.97, -6.56, 48.73, -330.13, 848.18),
            _ => (1.17, 7.56, -21.24, 112.12, -987.23),
        };
        return constant + (linear * p) + (cubic * Math.Pow(p, 3)) + (fifth * Math.Pow(p, 5)) + (seventh * Math.Pow(p, 7));
    }
}
