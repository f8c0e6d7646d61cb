using MathNet.Numerics;

namespace SynthMonitor.Drift.Statistics;

/// <summary>
/// Fisher's exact test of two proportions: of <c>n₁</c> and <c>n₂</c> trials <c>x₁</c> and <c>x₂</c> succeeded; given their sum, x₁ is
/// hypergeometric if both share one probability, whatever it is. So the p-value is valid for every size, and for every baseline, small ones
/// too. Cost: as many multiplications as terms that matter. Equal to scipy.stats.fisher_exact.
/// </summary>
public static class FisherExact
{
    private const double Negligible = 1e-18;

    /// <summary>The probability, with equal proportions, of at least so many successes in the first sample.</summary>
    /// <param name="successes">Successes in the first sample.</param>
    /// <param name="trials">Its size.</param>
    /// <param name="otherSuccesses">Successes in the second sample.</param>
    /// <param name="otherTrials">Its size.</param>
    /// <returns>Undefined where a sample is empty.</returns>
    public static Estimate Greater(long successes, long trials, long otherSuccesses, long otherTrials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        ArgumentOutOfRangeException.ThrowIfNegative(otherSuccesses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(otherSuccesses, otherTrials);
        if (trials == 0 || otherTrials == 0)
        {
            return Estimate.Undefined("a sample is empty");
        }

        var all = successes + otherSuccesses;
        var expected = (double)all * trials / (trials + otherTrials);
        return Estimate.Of(successes > expected
            ? Math.Min(1, Tail(successes, trials, all, otherTrials))
            : 1 - Math.Min(1, Tail(otherSuccesses + 1, otherTrials, all, trials)));
    }

    /// <summary>The probability, with equal proportions, of at most so many successes in the first sample.</summary>
    public static Estimate Less(long successes, long trials, long otherSuccesses, long otherTrials) =>
        Greater(otherSuccesses, otherTrials, successes, trials);

    /// <summary>P(X ≥ x) of x successes among <paramref name="trials"/>, summed upwards from x.</summary>
    private static double Tail(long x, long trials, long all, long otherTrials)
    {
        if (x > Math.Min(trials, all))
        {
            return 0;
        }

        var term = Math.Exp(Choose(trials, x) + Choose(otherTrials, all - x) - Choose(trials + otherTrials, all));
        var sum = term;
        for (; x < Math.Min(trials, all) && term > sum * Negligible; x++)
        {
            term *= (double)(trials - x) * (all - x) / ((double)(x + 1) * (otherTrials - all + x + 1));
            sum += term;
        }

        return sum;
    }

    private static double Choose(long n, long k) =>
        k < 0 || k > n
            ? double.NegativeInfinity
            : SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);
}
