using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Risk;

/// <summary>
/// The bets of Waudby-Smith and Ramdas (2024): <c>λ_t = √(2 ln(1/α) / (v_{t−1} t ln(t + 1)))</c> with
/// <c>v_{t−1} = (¼ + Σ_{i&lt;t}(x_i − μ_i)²)/t</c> and <c>μ_i = (½ + Σ_{j≤i} x_j)/(i + 1)</c>. They rest on the values before only.
/// </summary>
internal struct PredictableBets()
{
    private long count;
    private double sum;
    private double squares = 0.25;

    /// <summary>The number of values so far.</summary>
    public readonly long Count => count;

    /// <summary>The bet on the next value, not truncated.</summary>
    public readonly double Next(double alpha) => Math.Sqrt(2 * Math.Log(1 / alpha) / (squares * Math.Log(count + 2)));

    public void Add(double value)
    {
        count++;
        sum += value;
        var deviation = value - ((0.5 + sum) / (count + 1));
        squares += deviation * deviation;
    }

    public void Exchange(StateExchange state)
    {
        state.Exchange(ref count);
        state.Exchange(ref sum);
        state.Exchange(ref squares);
    }
}
