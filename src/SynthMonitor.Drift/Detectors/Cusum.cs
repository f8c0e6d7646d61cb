using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="Cusum"/>; the defaults are Frouros'.</summary>
/// <param name="MinimumInstances">The first value that is judged, from 1; MOA's default is 29.</param>
/// <param name="Delta">The rise δ of the mean that is tolerated. At least 0.</param>
/// <param name="Threshold">The sum λ that is a drift, in units of the values. More than 0.</param>
public sealed record CusumOptions(int MinimumInstances = 30, double Delta = 0.005, double Threshold = 50) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. AtLeast(1, MinimumInstances, "minimum instances"),
        .. Require(Delta >= 0, $"delta: {Delta}; expected at least 0"),
        .. Positive(Threshold, "threshold"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new Cusum(this);
}

/// <summary>
/// The cumulative sum (Page 1954) of the excess over the running mean: <c>S_t = max(0, S_{t−1} + x_t − x̄_t − δ)</c>, with x̄_t the mean up to
/// and with x_t; a drift where <c>S_t &gt; λ</c>. It finds rises. λ has the unit of the values: scale it to them. Memory O(1).
/// </summary>
/// <param name="options">Its options.</param>
/// <exception cref="ArgumentException">An option is out of its range.</exception>
/// <example>
/// <code>
/// var (detector, random) = (new Cusum(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 1115
/// </code>
/// </example>
public sealed class Cusum(CusumOptions options) : StreamDetector(options)
{
    private RunningMean mean;
    private double sum;

    /// <summary>Creates a detector with the default options.</summary>
    public Cusum()
        : this(new CusumOptions())
    {
    }

    /// <summary>The number of values since the last drift, and their mean.</summary>
    public (long Count, double Mean) All => (mean.Count, mean.Mean);

    /// <summary>The cumulative sum.</summary>
    public double Sum => sum;

    private protected override void Judge(double value)
    {
        mean.Add(value);
        sum = Math.Max(0, sum + value - mean.Mean - options.Delta);
        Signal(mean.Count >= options.MinimumInstances && sum > options.Threshold, false);
    }

    private protected override void Forget() => (mean, sum) = (default, 0);

    private protected override void ExchangeState(StateExchange state)
    {
        mean.Exchange(state);
        state.Exchange(ref sum);
    }
}
