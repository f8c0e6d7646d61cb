using SynthMonitor.Drift.Statistics.Distributions;
using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="Stepd"/>; the defaults are Frouros'.</summary>
/// <param name="Window">The newest values that are compared with those before. At least 1.</param>
/// <param name="DriftLevel">The significance of a drift. Between 0 and 1.</param>
/// <param name="WarningLevel">The significance of a warning. Between 0 and 1.</param>
/// <param name="TwoSided">Whether p-values have two tails, as MOA's, or one, as Frouros'.</param>
public sealed record StepdOptions(
    int Window = 30, double DriftLevel = 0.003, double WarningLevel = 0.05, bool TwoSided = false) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. AtLeast(1, Window, "window"),
        .. Between(0, 1, DriftLevel, "drift level"),
        .. Between(0, 1, WarningLevel, "warning level"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new Stepd(this);
}

/// <summary>
/// The statistical test of equal proportions (Nishida and Yamauchi 2007): with r of n right answers before the window and q of w in it,
/// <c>z = (|r/n − q/w| − ½(1/n + 1/w)) / √(p(1 − p)(1/n + 1/w))</c>, p being the share among all; a drift where the tail of |z| is below the
/// level. As in the packages z is taken absolute after its correction for continuity, so that a stream nearly without errors, or of
/// nothing else, alarms. It takes errors, 1 is an error. Memory O(w).
/// </summary>
/// <example>
/// <code>
/// var (detector, random) = (new Stepd(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 323
/// </code>
/// </example>
public sealed class Stepd : ErrorDetector
{
    private readonly StepdOptions options;
    private readonly RecentValues recent;
    private long count;
    private double right;
    private double rightInWindow;

    /// <summary>Creates a detector that has seen nothing.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Stepd(StepdOptions? options = null)
        : base(options ??= new StepdOptions())
    {
        this.options = options;
        recent = new RecentValues(options.Window);
    }

    /// <summary>The number of values since the last drift.</summary>
    public long Count => count;

    /// <summary>The right answers since the last drift.</summary>
    public double Right => right;

    /// <summary>The right answers in the window.</summary>
    public double RightInWindow => rightInWindow;

    private protected override void Judge(double value)
    {
        count++;
        right += 1 - value;
        rightInWindow += 1 - value - (recent.IsFull ? 1 - recent[0] : 0);
        recent.Add(value);
        if (count >= 2 * options.Window)
        {
            var p = PValue();
            Signal(p < options.DriftLevel, p >= options.DriftLevel && p < options.WarningLevel);
        }
    }

    private protected override void Forget()
    {
        recent.Clear();
        (count, right, rightInWindow) = (0, 0, 0);
    }

    private protected override void ExchangeState(StateExchange state)
    {
        recent.Exchange(state);
        state.Exchange(ref count);
        state.Exchange(ref right);
        state.Exchange(ref rightInWindow);
    }

    private double PValue()
    {
        var before = count - options.Window;
        var share = right / count;
        var reciprocals = (1.0 / before) + (1.0 / options.Window);
        var difference = Math.Abs(((right - rightInWindow) / before) - (rightInWindow / options.Window));
        var z = (difference - (0.5 * reciprocals)) / Math.Sqrt(share * (1 - share) * reciprocals);
        return (options.TwoSided ? 2 : 1) * Normal.UpperTail(Math.Abs(z));
    }
}
