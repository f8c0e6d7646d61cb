using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Risk;

/// <summary>
/// An e-detector (Shin, Ramdas and Rinaldo 2024) for the mean of values in 0 … 1, with <c>e = 1 + λ(x − m)</c>: an alarm where the evidence reaches
/// A. As long as the mean, given the past, stays within the tolerance m, the mean number of values to an alarm is at least A, whatever their
/// distribution and dependence. Memory and time O(1).
/// </summary>
/// <param name="options">Its options.</param>
/// <exception cref="ArgumentException">An option is out of its range.</exception>
/// <example>
/// <code>
/// var (detector, random) = (new EDetector(new(Tolerance: 0.15)), new KeyedRandom(1));
/// for (var i = 0; !detector.IsDrift; i++)
/// {
///     detector.Update(random.NextDouble() &lt; (i &lt; 1000 ? 0.1 : 0.4) ? 1 : 0);
/// }
/// // drift at index 1033
/// </code>
/// </example>
public sealed class EDetector(EDetectorOptions options) : ErrorDetector(options)
{
    private double evidence;

    /// <summary>Creates a detector with the default options.</summary>
    public EDetector()
        : this(new EDetectorOptions())
    {
    }

    /// <summary>The evidence since the last alarm, and with an alarm the evidence for it.</summary>
    public double Evidence => evidence;

    private protected override void Judge(double value)
    {
        var before = options.Kind == EDetectorKind.ShiryaevRoberts ? evidence + 1 : Math.Max(evidence, 1);
        evidence = before * (1 + (options.Bet * (value - options.Tolerance)));
        Signal(evidence >= options.RunLength, false);
    }

    private protected override void Forget() => evidence = 0;

    private protected override void ExchangeState(StateExchange state) => state.Exchange(ref evidence);
}
