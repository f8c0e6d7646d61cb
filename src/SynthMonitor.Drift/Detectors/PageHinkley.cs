using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="PageHinkley"/>; the defaults are River's.</summary>
/// <param name="MinimumInstances">The first value that is judged, from 1; MOA's default is 29.</param>
/// <param name="Delta">The change δ of the mean that is tolerated. At least 0.</param>
/// <param name="Threshold">The excess λ that is a drift, in units of the values. More than 0.</param>
/// <param name="Forgetting">The factor α on the sum before each value. More than 0, at most 1.</param>
/// <param name="Direction">Which changes of the mean are looked for; MOA's and Frouros' look for rises.</param>
/// <param name="FromExtremum">Whether sums are measured from their extremum so far, as River's and MOA's are, or from 0, as Frouros'.</param>
public sealed record PageHinkleyOptions(
    int MinimumInstances = 30,
    double Delta = 0.005,
    double Threshold = 50,
    double Forgetting = 1 - 0.0001,
    MeanChange Direction = MeanChange.Both,
    bool FromExtremum = true) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. AtLeast(1, MinimumInstances, "minimum instances"),
        .. Require(Delta >= 0, $"delta: {Delta}; expected at least 0"),
        .. Positive(Threshold, "threshold"),
        .. Require(Forgetting is > 0 and <= 1, $"forgetting: {Forgetting}; expected more than 0 and at most 1"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new PageHinkley(this);
}

/// <summary>A change of a mean.</summary>
public enum MeanChange
{
    /// <summary>A rise or a fall.</summary>
    Both,

    /// <summary>A rise.</summary>
    Up,

    /// <summary>A fall.</summary>
    Down,
}

/// <summary>
/// The test of Page and Hinkley (Page 1954): <c>m_t = α m_{t−1} + x_t − x̄_t − δ</c>, with x̄_t the mean up to and with x_t; a drift where
/// <c>m_t − min m &gt; λ</c>, and for falls <c>max m′ − m′_t &gt; λ</c> with + δ. As in River, the greatest falling sum begins at −1. λ has the
/// unit of the values: scale it to them. Memory O(1).
/// </summary>
/// <param name="options">Its options.</param>
/// <exception cref="ArgumentException">An option is out of its range.</exception>
/// <example>
/// <code>
/// var (detector, random) = (new PageHinkley(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 1115
/// </code>
/// </example>
public sealed class PageHinkley(PageHinkleyOptions options) : StreamDetector(options)
{
    private RunningMean mean;
    private double rise;
    private double least = double.PositiveInfinity;
    private double fall;
    private double greatest = -1;

    /// <summary>Creates a detector with the default options.</summary>
    public PageHinkley()
        : this(new PageHinkleyOptions())
    {
    }

    /// <summary>The number of values since the last drift, and their mean.</summary>
    public (long Count, double Mean) All => (mean.Count, mean.Mean);

    /// <summary>The rising sum, and its least value so far.</summary>
    public (double Sum, double Least) Rise => (rise, least);

    /// <summary>The falling sum, and its greatest value so far.</summary>
    public (double Sum, double Greatest) Fall => (fall, greatest);

    private protected override void Judge(double value)
    {
        mean.Add(value);
        var deviation = value - mean.Mean;
        rise = (options.Forgetting * rise) + deviation - options.Delta;
        fall = (options.Forgetting * fall) + deviation + options.Delta;
        (least, greatest) = (Math.Min(least, rise), Math.Max(greatest, fall));
        var hasRisen = rise - (options.FromExtremum ? least : 0) > options.Threshold;
        var hasFallen = (options.FromExtremum ? greatest : 0) - fall > options.Threshold;
        var isDrift = options.Direction switch
        {
            MeanChange.Up => hasRisen,
            MeanChange.Down => hasFallen,
            _ => hasRisen || hasFallen,
        };
        Signal(isDrift && mean.Count >= options.MinimumInstances, false);
    }

    private protected override void Forget() => (mean, rise, least, fall, greatest) = (default, 0, double.PositiveInfinity, 0, -1);

    private protected override void ExchangeState(StateExchange state)
    {
        mean.Exchange(state);
        state.Exchange(ref rise);
        state.Exchange(ref least);
        state.Exchange(ref fall);
        state.Exchange(ref greatest);
    }
}
