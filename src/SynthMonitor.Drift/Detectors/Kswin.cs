using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Statistics.Distributions;
using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="Kswin"/>; the defaults are River's.</summary>
/// <param name="Alpha">The significance of a drift, at or below which there is one. Between 0 and 1.</param>
/// <param name="Window">The newest values that are kept. At least twice the sample.</param>
/// <param name="Sample">The newest of them that are compared with as many drawn from the others. At least 1.</param>
/// <param name="Seed">The seed of the draws.</param>
public sealed record KswinOptions(double Alpha = 0.005, int Window = 100, int Sample = 30, ulong Seed = 0) : DetectorOptions
{
    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. Between(0, 1, Alpha, "alpha"),
        .. AtLeast(1, Sample, "sample"),
        .. Require(Window >= 2L * Sample, $"window: {Window}; expected at least twice the sample of {Sample}"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new Kswin(this);
}

/// <summary>
/// Kolmogorov–Smirnov windowing (Raab, Heusinger and Schleif 2020): the newest r values are compared with r drawn without replacement from the
/// older ones of the window, by the exact two-sample test; a drift where p ≤ α and the distance exceeds 0.1. It tests every value anew, so
/// false alarms are frequent on continuous values; ties make it nearly blind to errors. Memory O(window), time O(r log r) a value.
/// </summary>
/// <example>
/// <code>
/// var (detector, random) = (new Kswin(), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 11291
/// </code>
/// </example>
public sealed class Kswin : StreamDetector
{
    private const double LeastDistance = 0.1;

    private readonly KswinOptions options;
    private readonly RecentValues recent;
    private readonly int criticalSteps;
    private readonly double[] drawn;
    private readonly double[] newest;
    private readonly int[] order;
    private long tests;

    /// <summary>Creates a detector that has seen nothing.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Kswin(KswinOptions? options = null)
        : base(options ??= new KswinOptions())
    {
        this.options = options;
        recent = new RecentValues(options.Window);
        criticalSteps = CriticalSteps(options);
        (drawn, newest) = (new double[options.Sample], new double[options.Sample]);
        order = new int[options.Window - options.Sample];
    }

    /// <summary>The number of values in the window.</summary>
    public int Count => recent.Count;

    private protected override void Judge(double value)
    {
        recent.Add(value);
        if (!recent.IsFull)
        {
            Signal(false, false);
            return;
        }

        Draw();
        Signal(Steps() >= criticalSteps, false);
    }

    private protected override void Forget()
    {
        recent.Clear();
        tests = 0;
    }

    private protected override void ExchangeState(StateExchange state)
    {
        recent.Exchange(state);
        state.Exchange(ref tests);
    }

    /// <summary>Draws positions by a partial shuffle; each test has random numbers of its own.</summary>
    private void Draw()
    {
        for (var position = 0; position < order.Length; position++)
        {
            order[position] = position;
        }

        var random = new KeyedRandom(options.Seed, (ulong)tests++);
        for (var index = 0; index < options.Sample; index++)
        {
            var chosen = index + random.Next(order.Length - index);
            (order[index], order[chosen]) = (order[chosen], order[index]);
            drawn[index] = recent[order[index]];
            newest[index] = recent[order.Length + index];
        }
    }

    /// <summary>The greatest difference of the two distribution functions, in steps of one value.</summary>
    private int Steps()
    {
        Array.Sort(drawn);
        Array.Sort(newest);
        var (left, right, greatest) = (0, 0, 0);
        while (left < drawn.Length && right < newest.Length)
        {
            var value = Math.Min(drawn[left], newest[right]);
            for (; left < drawn.Length && drawn[left] == value; left++)
            {
            }

            for (; right < newest.Length && newest[right] == value; right++)
            {
            }

            greatest = Math.Max(greatest, Math.Abs(left - right));
        }

        return greatest;
    }

    /// <summary>The fewest steps that are a drift, found by bisection: p-values fall as steps grow. More than there are where none is.</summary>
    private static int CriticalSteps(KswinOptions options)
    {
        var (low, high) = (1, options.Sample + 1);
        while (low < high)
        {
            var steps = (low + high) / 2;
            var isDrift = (double)steps / options.Sample > LeastDistance
                && TwoSampleKolmogorov.UpperTail(options.Sample, options.Sample, (long)steps * options.Sample, isTwoSided: true) <= options.Alpha;
            (low, high) = isDrift ? (low, steps) : (steps + 1, high);
        }

        return low;
    }
}
