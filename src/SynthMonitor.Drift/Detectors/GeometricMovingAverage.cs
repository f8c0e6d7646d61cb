using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="GeometricMovingAverage"/>; the defaults are Frouros' and MOA's.</summary>
/// <param name="MinimumInstances">The first value that is judged, from 1; MOA's default is 29.</param>
/// <param name="Forgetting">The weight α of the average before each value. At least 0, less than 1.</param>
/// <param name="Threshold">The average λ that is a drift, in units of the values; errors can never exceed the default. More than 0.</param>
public sealed record GeometricMovingAverageOptions(int MinimumInstances = 30, double Forgetting = 0.99, double Threshold = 1) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. AtLeast(1, MinimumInstances, "minimum instances"),
        .. Require(Forgetting is >= 0 and < 1, $"forgetting: {Forgetting}; expected at least 0 and less than 1"),
        .. Positive(Threshold, "threshold"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new GeometricMovingAverage(this);
}

/// <summary>
/// The geometric moving average (Roberts 1959) of the excess over the running mean: <c>S_t = α S_{t−1} + (1 − α)(x_t − x̄_t)</c>, with x̄_t the
/// mean up to and with x_t; a drift where <c>S_t &gt; λ</c>. It finds rises. Memory O(1).
/// </summary>
/// <param name="options">Its options.</param>
/// <exception cref="ArgumentException">An option is out of its range.</exception>
/// <example>
/// <code>
/// var (detector, random) = (new GeometricMovingAverage(new(Threshold: 0.15)), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 1054
/// </code>
/// </example>
public sealed class GeometricMovingAverage(GeometricMovingAverageOptions options) : StreamDetector(options)
{
    private RunningMean mean;
    private double average;

    /// <summary>Creates a detector with the default options.</summary>
    public GeometricMovingAverage()
        : this(new GeometricMovingAverageOptions())
    {
    }

    /// <summary>The number of values since the last drift, and their mean.</summary>
    public (long Count, double Mean) All => (mean.Count, mean.Mean);

    /// <summary>The moving average of the excess.</summary>
    public double Average => average;

    private protected override void Judge(double value)
    {
        mean.Add(value);
        average = (options.Forgetting * average) + ((1 - options.Forgetting) * (value - mean.Mean));
        Signal(mean.Count >= options.MinimumInstances && average > options.Threshold, false);
    }

    private protected override void Forget() => (mean, average) = (default, 0);

    private protected override void ExchangeState(StateExchange state)
    {
        mean.Exchange(state);
        state.Exchange(ref average);
    }
}
