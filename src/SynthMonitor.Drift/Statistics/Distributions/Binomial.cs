namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>The binomial distribution: successes in n trials that succeed with probability p.</summary>
public static class Binomial
{
    /// <summary>The probability of more than k successes, <c>I_p(k + 1, n − k)</c>.</summary>
    /// <param name="successes">k.</param>
    /// <param name="trials">n, at least 0.</param>
    /// <param name="probability">p, 0 … 1.</param>
    public static double UpperTail(long successes, long trials, double probability) =>
        successes < 0 ? 1 : successes >= trials ? 0 : Beta.LowerTail(probability, successes + 1, trials - successes);

    /// <summary>The probability of at most k successes.</summary>
    public static double LowerTail(long successes, long trials, double probability) =>
        successes < 0 ? 0 : successes >= trials ? 1 : Beta.UpperTail(probability, successes + 1, trials - successes);
}
