using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Risk;

/// <summary>
/// The predictable-mixture Hoeffding confidence sequence (Waudby-Smith and Ramdas 2024, theorem 1): bets
/// <c>λ_t = min(√(8 ln(2/α) / (t ln(t + 1))), c)</c>, each at the cost <c>λ²/8</c>. It knows no variance: wide where errors are rare. Equal to the
/// package confseq's. Memory and time O(1).
/// </summary>
/// <param name="alpha">The chance that the interval ever fails to hold the mean; between 0 and 1.</param>
/// <param name="truncation">The greatest bet c; more than 0, at most 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed class HoeffdingSequence(double alpha = 0.05, double truncation = 1) : ConfidenceSequence(alpha, truncation)
{
    private long count;
    private PredictableMixture lower;
    private PredictableMixture upper;

    /// <inheritdoc/>
    public override ConfidenceInterval Interval => new(lower.Bound(Alpha / 2), 1 - upper.Bound(Alpha / 2));

    private protected override void Take(double value)
    {
        count++;
        var bet = Math.Min(Math.Sqrt(8 * Math.Log(2 / Alpha) / (count * Math.Log(1 + count))), Truncation);
        lower.Add(value, bet, bet * bet / 8);
        upper.Add(1 - value, bet, bet * bet / 8);
    }

    private protected override void Clear() => (count, lower, upper) = (0, default, default);

    private protected override void Exchange(StateExchange state)
    {
        state.Exchange(ref count);
        lower.Exchange(state);
        upper.Exchange(state);
    }
}
