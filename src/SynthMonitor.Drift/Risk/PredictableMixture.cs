using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Risk;

/// <summary>
/// A lower bound of a mean by a predictable mixture: <c>Σ λ_i x_i / Σ λ_i − (ln(1/α) + Σ v_i ψ(λ_i)) / Σ λ_i</c>.
/// </summary>
internal struct PredictableMixture
{
    private double bets;
    private double weighted;
    private double penalty;

    /// <summary>Takes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="bet">The bet λ on it.</param>
    /// <param name="variance">v ψ(λ), what the bet costs.</param>
    public void Add(double value, double bet, double variance)
    {
        bets += bet;
        weighted += bet * value;
        penalty += variance;
    }

    /// <summary>The bound, at least 0.</summary>
    public readonly double Bound(double alpha) => bets == 0 ? 0 : Math.Max(0, (weighted - Math.Log(1 / alpha) - penalty) / bets);

    public void Exchange(StateExchange state)
    {
        state.Exchange(ref bets);
        state.Exchange(ref weighted);
        state.Exchange(ref penalty);
    }
}
