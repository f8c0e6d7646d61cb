using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Judging;

/// <summary>
/// Intervals for the differences of several candidates to one champion on the same rows. In each replicate all models meet the same resample.
/// The intervals hold for all candidates at once (max-t: the critical value is the quantile, over replicates, of the greatest studentized
/// deviation of any candidate; Romano and Wolf 2005), so that picking the best candidate on these rows makes no difference look surer than it is.
/// </summary>
internal static class PairedBootstrap
{
    /// <summary>The intervals.</summary>
    /// <param name="metric">The metric of all samples.</param>
    /// <param name="champion">The champion's metric.</param>
    /// <param name="candidates">The candidates' metrics on the same rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="options">Replicates and confidence.</param>
    /// <param name="seed">Chooses the resamples.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>For each candidate its gain, or null for all where the metric is undefined on the rows or on too many resamples.</returns>
    public static GainInterval[]? Gains(
        Metric metric, MetricSample champion, IReadOnlyList<MetricSample> candidates, int rows, JudgeOptions options, ulong seed, CancellationToken cancellationToken)
    {
        var once = new int[rows];
        Array.Fill(once, 1);
        if (GainsOn(metric, champion, candidates, once) is not { } observed)
        {
            return null;
        }

        var replicates = Replicate(metric, champion, candidates, rows, options.Replicates, seed, cancellationToken);
        if (replicates.Length < options.Replicates / 2)
        {
            return null;
        }

        var errors = Enumerable.Range(0, observed.Length).Select(candidate => Deviation(replicates, candidate, observed[candidate])).ToArray();
        var greatest = replicates.Select(gains => GreatestDeviation(gains, observed, errors)).Order().ToArray();
        var critical = greatest[Math.Min(greatest.Length - 1, (int)Math.Ceiling(options.Confidence * greatest.Length))];
        return [.. observed.Select((gain, candidate) => new GainInterval(gain, gain - (critical * errors[candidate]), gain + (critical * errors[candidate])))];
    }

    private static double[][] Replicate(
        Metric metric, MetricSample champion, IReadOnlyList<MetricSample> candidates, int rows, int replicates, ulong seed, CancellationToken cancellationToken)
    {
        var resampler = new BlockResampler(rows, seed);
        var gains = new double[]?[replicates];
        Parallel.For(0, replicates, new ParallelOptions { CancellationToken = cancellationToken }, () => new int[rows], (replicate, _, counts) =>
        {
            resampler.Draw(replicate, counts);
            gains[replicate] = GainsOn(metric, champion, candidates, counts);
            return counts;
        }, _ => { });
        return [.. gains.OfType<double[]>()];
    }

    private static double[]? GainsOn(Metric metric, MetricSample champion, IReadOnlyList<MetricSample> candidates, ReadOnlySpan<int> counts)
    {
        if (champion.Value(counts) is not { } reference)
        {
            return null;
        }

        var gains = new double[candidates.Count];
        for (var candidate = 0; candidate < gains.Length; candidate++)
        {
            var value = candidates[candidate].Value(counts)!.Value;
            gains[candidate] = metric.IsGain() ? value - reference : reference - value;
        }

        return gains;
    }

    private static double Deviation(double[][] replicates, int candidate, double observed) =>
        Math.Sqrt(replicates.Average(gains => (gains[candidate] - observed) * (gains[candidate] - observed)));

    private static double GreatestDeviation(double[] gains, double[] observed, double[] errors)
    {
        double greatest = 0;
        for (var candidate = 0; candidate < gains.Length; candidate++)
        {
            if (errors[candidate] > 0)
            {
                greatest = Math.Max(greatest, Math.Abs(gains[candidate] - observed[candidate]) / errors[candidate]);
            }
        }

        return greatest;
    }
}
