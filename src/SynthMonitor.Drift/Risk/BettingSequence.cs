using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Risk;

/// <summary>
/// The confidence sequence by betting (Waudby-Smith and Ramdas 2024): all candidates m of a grid on 0 … 1 against which the hedged bet has
/// never won 1/α, and one step of the grid more on either side. The tightest of the three, at a cost of two logarithms a candidate and
/// value. Equal to the package confseq's <c>betting_cs</c> with running intersection. Memory O(candidates).
/// </summary>
public sealed class BettingSequence : ConfidenceSequence
{
    private readonly double[] rise;
    private readonly double[] fall;
    private PredictableBets bets = new();
    private double lower;
    private double upper = 1;

    /// <summary>Creates one that has seen nothing.</summary>
    /// <param name="alpha">The chance that the interval ever fails to hold the mean; between 0 and 1.</param>
    /// <param name="truncation">The share c of the greatest possible bet; more than 0, at most 1.</param>
    /// <param name="steps">The steps of the grid of candidates; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public BettingSequence(double alpha = 0.05, double truncation = 0.5, int steps = 1000)
        : base(alpha, truncation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        (rise, fall) = (new double[steps + 1], new double[steps + 1]);
    }

    /// <inheritdoc/>
    public override ConfidenceInterval Interval => new(lower, upper);

    private int Steps => rise.Length - 1;

    private protected override void Take(double value)
    {
        var bet = bets.Next(Alpha / 2);
        bets.Add(value);
        var (first, last) = (-1, -1);
        for (var candidate = 0; candidate <= Steps; candidate++)
        {
            var capital = new HedgedBet(rise[candidate], fall[candidate]).After(value, (double)candidate / Steps, bet, Truncation);
            (rise[candidate], fall[candidate]) = (capital.LogRise, capital.LogFall);
            if (capital.LogCapital <= Math.Log(1 / Alpha))
            {
                first = first < 0 ? candidate : first;
                last = candidate;
            }
        }

        if (first >= 0)
        {
            lower = Math.Max(lower, (double)(first - 1) / Steps);
            upper = Math.Min(upper, (double)(last + 1) / Steps);
        }
    }

    private protected override void Clear()
    {
        Array.Clear(rise);
        Array.Clear(fall);
        (bets, lower, upper) = (new(), 0, 1);
    }

    private protected override void Exchange(StateExchange state)
    {
        state.Exchange(rise);
        state.Exchange(fall);
        bets.Exchange(state);
        state.Exchange(ref lower);
        state.Exchange(ref upper);
    }
}
