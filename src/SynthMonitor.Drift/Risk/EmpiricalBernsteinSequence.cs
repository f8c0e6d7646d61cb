using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Risk;

/// <summary>
/// The predictable-mixture empirical-Bernstein confidence sequence (Waudby-Smith and Ramdas 2024, theorem 2): bets λ_t adapted to the
/// variance so far, at most c, each at the cost <c>(x_t − x̄_{t−1})² (−ln(1 − λ) − λ)</c> with x̄₀ = 0; the upper bound is the lower one of 1 − x.
/// Equal to the package confseq's. Memory and time O(1).
/// </summary>
/// <param name="alpha">The chance that the interval ever fails to hold the mean; between 0 and 1.</param>
/// <param name="truncation">The greatest bet c; more than 0, less than 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed class EmpiricalBernsteinSequence(double alpha = 0.05, double truncation = 0.5) : ConfidenceSequence(alpha, Below1(truncation))
{
    private PredictableBets bets = new();
    private RunningMean mean;
    private PredictableMixture lower;
    private PredictableMixture upper;

    /// <inheritdoc/>
    public override ConfidenceInterval Interval => new(lower.Bound(Alpha / 2), 1 - upper.Bound(Alpha / 2));

    private protected override void Take(double value)
    {
        var bet = Math.Min(bets.Next(Alpha / 2), Truncation);
        var cost = -Math.Log(1 - bet) - bet;
        var (deviation, complement) = (value - mean.Mean, 1 - value - (mean.Count == 0 ? 0 : 1 - mean.Mean));
        lower.Add(value, bet, deviation * deviation * cost);
        upper.Add(1 - value, bet, complement * complement * cost);
        bets.Add(value);
        mean.Add(value);
    }

    private protected override void Clear() => (bets, mean, lower, upper) = (new(), default, default, default);

    private protected override void Exchange(StateExchange state)
    {
        bets.Exchange(state);
        mean.Exchange(state);
        lower.Exchange(state);
        upper.Exchange(state);
    }

    private static double Below1(double truncation) =>
        truncation < 1 ? truncation : throw new ArgumentOutOfRangeException(nameof(truncation), truncation, "expected less than 1");
}
