namespace SynthMonitor.Drift.Profiles;

/// <summary>
/// Metrics of a binary task from <see cref="OutcomeCounts"/>. Scores are known to their bin only: a bin stands for its middle, scores of one
/// bin are ties, and a decision threshold acts at the first bin edge at or above it. Cost: one pass over the bins.
/// </summary>
public static class OutcomeMetrics
{
    private const string Nothing = "no outcomes";

    /// <summary>The share of positive labels. Range [0, 1].</summary>
    public static Estimate PositiveRate(this OutcomeCounts counts) =>
        counts.Rows == 0 ? Estimate.Undefined(Nothing) : Estimate.Of((double)counts.Positives / counts.Rows);

    /// <summary>The number of outcomes whose class, positive where score ≥ threshold, is not their label.</summary>
    public static long Errors(this OutcomeCounts counts, double threshold)
    {
        var edge = FirstPositiveBin(counts, threshold);
        long errors = 0;
        for (var bin = 0; bin < counts.Bins; bin++)
        {
            errors += counts[bin < edge][bin];
        }

        return errors;
    }

    /// <summary>The share of wrong classes. Range [0, 1].</summary>
    public static Estimate ErrorRate(this OutcomeCounts counts, double threshold) =>
        counts.Rows == 0 ? Estimate.Undefined(Nothing) : Estimate.Of((double)counts.Errors(threshold) / counts.Rows);

    /// <summary>The share of right classes. Range [0, 1].</summary>
    public static Estimate Accuracy(this OutcomeCounts counts, double threshold) =>
        counts.Rows == 0 ? Estimate.Undefined(Nothing) : Estimate.Of((double)(counts.Rows - counts.Errors(threshold)) / counts.Rows);

    /// <summary>
    /// The area under the ROC curve: the probability that a positive outcome scores above a negative one, ties counting half (Mann–Whitney).
    /// Range [0, 1].
    /// </summary>
    public static Estimate Auc(this OutcomeCounts counts)
    {
        var negatives = counts.Rows - counts.Positives;
        if (counts.Positives == 0 || negatives == 0)
        {
            return Estimate.Undefined(counts.Rows == 0 ? Nothing : "all labels are alike");
        }

        var (below, wins) = (0L, 0.0);
        for (var bin = 0; bin < counts.Bins; bin++)
        {
            wins += counts[true][bin] * (below + (counts[false][bin] / 2.0));
            below += counts[false][bin];
        }

        return Estimate.Of(wins / ((double)counts.Positives * negatives));
    }

    /// <summary>The mean negative log-likelihood in nats. Range [0, ln(2 · bins)]: a bin's middle is never 0 or 1.</summary>
    public static Estimate LogLoss(this OutcomeCounts counts) => Mean(counts, static (label, score) => -Math.Log(label ? score : 1 - score));

    /// <summary>The mean squared difference of score and label. Range [0, 1].</summary>
    public static Estimate Brier(this OutcomeCounts counts) =>
        Mean(counts, static (label, score) => label ? (1 - score) * (1 - score) : score * score);

    /// <summary>The first bin whose scores are all at or above a threshold.</summary>
    internal static int FirstPositiveBin(OutcomeCounts counts, double threshold) => (int)Math.Ceiling(Math.Clamp(threshold, 0, 1) * counts.Bins);

    private static Estimate Mean(OutcomeCounts counts, Func<bool, double, double> loss)
    {
        if (counts.Rows == 0)
        {
            return Estimate.Undefined(Nothing);
        }

        var sum = 0.0;
        for (var bin = 0; bin < counts.Bins; bin++)
        {
            var score = (bin + 0.5) / counts.Bins;
            sum += (counts[true][bin] * loss(true, score)) + (counts[false][bin] * loss(false, score));
        }

        return Estimate.Of(sum / counts.Rows);
    }
}
