using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="Fhddm"/>; the defaults are River's.</summary>
/// <param name="Window">The newest values that are looked at. At least 1.</param>
/// <param name="Confidence">The significance δ of a drift. Between 0 and 1.</param>
/// <param name="ShortWindow">A second, shorter window that is tested as well (stacking FHDDM), or null. At most the window.</param>
public sealed record FhddmOptions(int Window = 100, double Confidence = 1e-6, int? ShortWindow = null) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. AtLeast(1, Window, "window"),
        .. Between(0, 1, Confidence, "confidence"),
        .. Require(ShortWindow is not { } length || (length >= 1 && length <= Window), $"short window: {ShortWindow}; expected 1 … {Window}"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new Fhddm(this);
}

/// <summary>
/// The fast Hoeffding drift detection method (Pesaranghader and Viktor 2016): with u the share of right answers in the last n values, a drift
/// where u falls below its greatest value by more than <c>√(ln(1/δ) / 2n)</c>. It takes errors, 1 is an error; River's takes 1 for a right
/// answer. Memory O(n).
/// </summary>
/// <example>
/// <code>
/// var (detector, random) = (new Fhddm(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 1053
/// </code>
/// </example>
public sealed class Fhddm : ErrorDetector
{
    private readonly FhddmOptions options;
    private readonly RecentValues recent;
    private long right;
    private double greatest;
    private double greatestShort;

    /// <summary>Creates a detector that has seen nothing.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Fhddm(FhddmOptions? options = null)
        : base(options ??= new FhddmOptions())
    {
        this.options = options;
        recent = new RecentValues(options.Window);
    }

    /// <summary>The number of values in the window.</summary>
    public int Count => recent.Count;

    /// <summary>The right answers in the window, without the oldest of a full one, which the next value drives out.</summary>
    public long Right => right;

    /// <summary>The greatest share of right answers that a full window had; 0 before there is one.</summary>
    public double GreatestShare => greatest;

    private protected override void Judge(double value)
    {
        right += IsRight(value);
        recent.Add(value);
        if (!recent.IsFull)
        {
            return;
        }

        var isDrift = HasFallen((double)right / options.Window, ref greatest, options.Window);
        if (options.ShortWindow is { } length)
        {
            isDrift |= HasFallen((double)RightAmongNewest(length) / length, ref greatestShort, length);
        }

        right -= IsRight(recent[0]);
        Signal(isDrift, false);
    }

    private protected override void Forget()
    {
        recent.Clear();
        (right, greatest, greatestShort) = (0, 0, 0);
    }

    private protected override void ExchangeState(StateExchange state)
    {
        recent.Exchange(state);
        state.Exchange(ref right);
        state.Exchange(ref greatest);
        state.Exchange(ref greatestShort);
    }

    private static int IsRight(double error) => error == 0 ? 1 : 0;

    private bool HasFallen(double share, ref double highest, int length)
    {
        highest = Math.Max(highest, share);
        return highest - share > Math.Sqrt(Math.Log(1 / options.Confidence) / (2 * length));
    }

    private int RightAmongNewest(int length)
    {
        var sum = 0;
        for (var age = 1; age <= length; age++)
        {
            sum += IsRight(recent[recent.Count - age]);
        }

        return sum;
    }
}
