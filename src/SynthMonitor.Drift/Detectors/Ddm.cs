using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="Ddm"/>; the defaults are River's.</summary>
/// <param name="WarmStart">The errors are not judged before more values than this were taken. At least 1.</param>
/// <param name="WarningThreshold">The standard deviations above the minimum that are a warning. More than 0.</param>
/// <param name="DriftThreshold">The standard deviations above the minimum that are a drift. More than 0.</param>
public sealed record DdmOptions(int WarmStart = 30, double WarningThreshold = 2, double DriftThreshold = 3) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. AtLeast(1, WarmStart, "warm start"),
        .. Positive(WarningThreshold, "warning threshold"),
        .. Positive(DriftThreshold, "drift threshold"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new Ddm(this);
}

/// <summary>
/// The drift detection method (Gama, Medas, Castillo and Rodrigues 2004): with p the error rate of all values and <c>s = √(p(1 − p)/n)</c>,
/// a drift where <c>p + s &gt; p_min + 3 s_min</c> and a warning above 2; p_min and s_min are taken where p + s was least. Memory O(1).
/// Weak where errors are rare: a single early error can be a drift.
/// </summary>
/// <param name="options">Its options.</param>
/// <exception cref="ArgumentException">An option is out of its range.</exception>
/// <example>
/// <code>
/// var (detector, random) = (new Ddm(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 1064
/// </code>
/// </example>
public sealed class Ddm(DdmOptions options) : ErrorDetector(options)
{
    private RunningMean rate;
    private double leastRate = double.PositiveInfinity;
    private double leastDeviation = double.PositiveInfinity;

    /// <summary>Creates a detector with the default options.</summary>
    public Ddm()
        : this(new DdmOptions())
    {
    }

    /// <summary>The number of values since the last drift.</summary>
    public long Count => rate.Count;

    /// <summary>The error rate since the last drift; 0 before the first value.</summary>
    public double ErrorRate => rate.Mean;

    /// <summary>The error rate where rate and standard deviation together were least; infinite before there is one.</summary>
    public double LeastRate => leastRate;

    /// <summary>The standard deviation there.</summary>
    public double LeastDeviation => leastDeviation;

    private protected override void Judge(double value)
    {
        rate.Add(value);
        if (rate.Count <= options.WarmStart)
        {
            return;
        }

        var deviation = Math.Sqrt(rate.Mean * (1 - rate.Mean) / rate.Count);
        var level = rate.Mean + deviation;
        if (level <= leastRate + leastDeviation)
        {
            (leastRate, leastDeviation) = (rate.Mean, deviation);
        }

        var isDrift = level > leastRate + (options.DriftThreshold * leastDeviation);
        Signal(isDrift, !isDrift && level > leastRate + (options.WarningThreshold * leastDeviation));
    }

    private protected override void Forget() => (rate, leastRate, leastDeviation) = (default, double.PositiveInfinity, double.PositiveInfinity);

    private protected override void ExchangeState(StateExchange state)
    {
        rate.Exchange(state);
        state.Exchange(ref leastRate);
        state.Exchange(ref leastDeviation);
    }
}
