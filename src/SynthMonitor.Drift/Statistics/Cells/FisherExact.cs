using MathNet.Numerics;

namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Fisher's exact test of two proportions: of <c>n₁</c> and <c>n₂</c> trials <c>x₁</c> and <c>x₂</c> succeeded; given their sum, x₁ is
/// hypergeometric if both share one probability, whatever it is. So the p-value is valid for every size, and for every baseline, small ones
/// too. Cost: as many multiplications as terms that matter. Source: Fisher 1935; equal to scipy.stats.fisher_exact.
/// </summary>
public static class FisherExact
{
    private const double Negligible = 1e-18;
    private const double EquallyLikely = 1e-7;

    /// <summary>The probability, with equal proportions, of at least so many successes in the first sample.</summary>
    /// <param name="successes">Successes in the first sample.</param>
    /// <param name="trials">Its size.</param>
    /// <param name="otherSuccesses">Successes in the second sample.</param>
    /// <param name="otherTrials">Its size.</param>
    /// <returns>Undefined where a sample is empty.</returns>
    public static Estimate Greater(long successes, long trials, long otherSuccesses, long otherTrials)
    {
        Check(successes, trials, otherSuccesses, otherTrials);
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

    /// <summary>The probability, with equal proportions, of a table that is no more likely than this one.</summary>
    public static Estimate TwoSided(long successes, long trials, long otherSuccesses, long otherTrials)
    {
        if (Greater(successes, trials, otherSuccesses, otherTrials) is { IsDefined: false } undefined)
        {
            return undefined;
        }

        var all = successes + otherSuccesses;
        var limit = Log(successes) + EquallyLikely;
        long low = Math.Max(0, all - otherTrials), high = Math.Min(trials, all);
        var mode = Math.Clamp((long)((trials + 1.0) * (all + 1) / (trials + otherTrials + 2)), low, high);
        if (Log(mode) <= limit)
        {
            return Estimate.Of(1);
        }

        // Likelihood rises to the mode and falls after it: find where each side passes the observed table's.
        var fromAbove = Search(mode, high + 1, x => x > high || Log(x) <= limit);
        var fromBelow = -Search(-mode, -low + 1, x => -x < low || Log(-x) <= limit);
        var upper = fromAbove > high ? 0 : Tail(fromAbove, trials, all, otherTrials);
        var lower = fromBelow < low ? 0 : Tail(all - fromBelow, otherTrials, all, trials);
        return Estimate.Of(Math.Min(1, upper + lower));

        double Log(long x) => LogProbability(x, trials, all, otherTrials);
    }

    /// <summary>The sample odds ratio, <c>x₁ (n₂ − x₂) / (x₂ (n₁ − x₁))</c>, range [0, ∞].</summary>
    /// <returns>Undefined where a row or a column of the table is empty.</returns>
    public static Estimate OddsRatio(long successes, long trials, long otherSuccesses, long otherTrials)
    {
        Check(successes, trials, otherSuccesses, otherTrials);
        var (failures, otherFailures) = (trials - successes, otherTrials - otherSuccesses);
        return trials == 0 || otherTrials == 0 || successes + otherSuccesses == 0 || failures + otherFailures == 0
            ? Estimate.Undefined("a row or a column is empty")
            : Estimate.Of(otherSuccesses == 0 || failures == 0
                ? double.PositiveInfinity
                : (double)successes / failures * otherFailures / otherSuccesses);
    }

    internal static void Check(long successes, long trials, long otherSuccesses, long otherTrials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        ArgumentOutOfRangeException.ThrowIfNegative(otherSuccesses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(otherSuccesses, otherTrials);
    }

    /// <summary>The first number above one where something does not hold at which it does, given that it holds from there on.</summary>
    private static long Search(long fails, long holds, Func<long, bool> condition)
    {
        while (holds - fails > 1)
        {
            var middle = fails + ((holds - fails) / 2);
            (fails, holds) = condition(middle) ? (fails, middle) : (middle, holds);
        }

        return holds;
    }

    /// <summary>P(X ≥ x) of x successes among <paramref name="trials"/>, summed upwards from x.</summary>
    private static double Tail(long x, long trials, long all, long otherTrials)
    {
        if (x > Math.Min(trials, all))
        {
            return 0;
        }

        var term = Math.Exp(LogProbability(x, trials, all, otherTrials));
        var sum = term;
        for (; x < Math.Min(trials, all) && term > sum * Negligible; x++)
        {
            term *= (double)(trials - x) * (all - x) / ((double)(x + 1) * (otherTrials - all + x + 1));
            sum += term;
        }

        return sum;
    }

    private static double LogProbability(long x, long trials, long all, long otherTrials) =>
        Choose(trials, x) + Choose(otherTrials, all - x) - Choose(trials + otherTrials, all);

    private static double Choose(long n, long k) =>
        k < 0 || k > n
            ? double.NegativeInfinity
            : SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);
}
