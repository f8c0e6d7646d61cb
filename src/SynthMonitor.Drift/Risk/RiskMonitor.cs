using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Risk;

/// <summary>
/// Watches a bounded risk, such as an error rate, against a fixed tolerance by betting (Waudby-Smith and Ramdas 2024; Podkopaev and Ramdas
/// 2022): one may look after every value and stop at any, and the chance that it ever says <see cref="RiskVerdict.Above"/> of a risk that
/// never exceeds the tolerance, or <see cref="RiskVerdict.Below"/> of one that is never below, is at most α. A verdict stands until a reset.
/// It speaks of the risk since the beginning; for a change after a long good time use <see cref="EDetector"/>. Memory and time O(1).
/// </summary>
/// <example>
/// <code>
/// var monitor = new RiskMonitor(tolerance: 0.1);
/// for (var i = 0; monitor.Verdict == RiskVerdict.Undecided; i++)
/// {
///     monitor.Update(i % 5 == 0 ? 1 : 0);
/// }
/// // RiskVerdict.Above
/// </code>
/// </example>
public sealed class RiskMonitor : ConfidenceSequence
{
    private readonly EmpiricalBernsteinSequence interval;
    private PredictableBets bets = new();
    private HedgedBet capital;
    private int verdict;

    /// <summary>Creates a monitor that has seen nothing.</summary>
    /// <param name="tolerance">The risk that is tolerated; 0 … 1.</param>
    /// <param name="alpha">The chance of a wrong verdict, however long it runs; between 0 and 1.</param>
    /// <param name="truncation">The share of the greatest possible bet; more than 0, less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public RiskMonitor(double tolerance, double alpha = 0.05, double truncation = 0.5)
        : base(alpha, truncation)
    {
        Tolerance = tolerance is >= 0 and <= 1 ? tolerance : throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "expected 0 … 1");
        interval = new EmpiricalBernsteinSequence(alpha, truncation);
    }

    /// <summary>The risk that is tolerated.</summary>
    public double Tolerance { get; }

    /// <summary>The number of values so far.</summary>
    public long Count => bets.Count;

    /// <summary>What is proved.</summary>
    public RiskVerdict Verdict => (RiskVerdict)verdict;

    /// <summary>The evidence that the risk is above the tolerance: the logarithm of the wealth of one who bet on it.</summary>
    public double LogEvidenceAbove => capital.LogRise;

    /// <summary>The evidence that the risk is below the tolerance.</summary>
    public double LogEvidenceBelow => capital.LogFall;

    /// <summary><c>max(ln ½K⁺, ln ½K⁻)</c>: the two-sided evidence against the risk being the tolerance.</summary>
    public double LogCapital => capital.LogCapital;

    /// <summary>An interval for the risk, valid at all times at once at α of its own.</summary>
    public override ConfidenceInterval Interval => interval.Interval;

    private protected override void Take(double value)
    {
        capital = capital.After(value, Tolerance, bets.Next(Alpha / 2), Truncation);
        bets.Add(value);
        interval.Update(value);
        if (Verdict == RiskVerdict.Undecided && capital.LogCapital >= Math.Log(1 / Alpha))
        {
            verdict = (int)(capital.LogRise > capital.LogFall ? RiskVerdict.Above : RiskVerdict.Below);
        }
    }

    private protected override void Clear()
    {
        interval.Reset();
        (bets, capital, verdict) = (new(), default, 0);
    }

    private protected override void Exchange(StateExchange state)
    {
        bets.Exchange(state);
        var (rise, fall) = capital;
        state.Exchange(ref rise);
        state.Exchange(ref fall);
        capital = new(rise, fall);
        state.Exchange(ref verdict, (int)RiskVerdict.Below);
        state.Exchange(interval);
    }
}
