using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// Finds the threshold that keeps a budget of false alarms, by running the very detector on streams without drift. Each replicate draws a
/// pseudo-reference of the reference's size <em>and</em> its blocks from the reference, in runs of rows, jointly over columns: windows drawn
/// against the fixed reference would leave its own sampling error out and keep about half of the promise. Two passes: one for the mean and
/// variance of each channel's statistics, one for the maximum over channels and scales. The same seed gives the same calibration, whatever
/// the threads.
/// </summary>
public static class Calibrator
{
    private const int MomentReplicates = 64;
    private const int MomentBlocks = 128;
    private const int ScoreBlocks = 512;
    private const int FewestScoreReplicates = 64;
    private const int MostScoreReplicates = 200;

    /// <summary>The blocks simulated per allowed alarm, as far as the most replicates allow.</summary>
    private const int AlarmsWanted = 200;

    /// <summary>Calibrates a monitor.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="options">Budget, block size and rule.</param>
    /// <param name="seed">The seed of the simulation.</param>
    /// <param name="progress">Receives the share done, in no particular order.</param>
    /// <param name="cancellation">Ends the simulation early.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or the reference has no column to watch.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Calibration Calibrate(
        Reference reference, MonitorOptions options, ulong seed, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (options.Validate() is [var error, ..])
        {
            throw new ArgumentException(error, nameof(options));
        }

        var population = new NullPopulation(reference, options);
        var scales = options.Scales(reference.Rows);
        var scoreReplicates = (int)Math.Clamp(AlarmsWanted / options.Budget.PerBlock / ScoreBlocks, FewestScoreReplicates, MostScoreReplicates);
        var runner = new ReplicateRunner(MomentReplicates + scoreReplicates, progress, cancellation);

        var nulls = Moments(population, options, seed, runner);
        var matches = scales.Select(scale => nulls.MatchesFor((long)scale * options.RowsPerBlock)).ToArray();
        var scores = runner.Run(scoreReplicates, replicate =>
            new NullReplicate(population, options.RowsPerBlock, scales, new KeyedRandom(seed, 1, (ulong)replicate)).Scores(ScoreBlocks, matches));
        var fit = ThresholdFit.Of(scores, options, nulls.Tracks * scales.Length);
        return new(options, seed, reference.Digest, nulls, fit, population.RunLength, reference.Rows);
    }

    private static NullModel Moments(NullPopulation population, MonitorOptions options, ulong seed, ReplicateRunner runner)
    {
        var scales = options.Scales(population.Rows);
        var tracks = population.Channels.Channels.Length * Scan.Statistics;
        var length = (scales.Length + NullModel.LevelsBelow) * tracks;
        var replicates = runner.Run(MomentReplicates, replicate =>
        {
            var (sums, squares) = (new double[length], new double[length]);
            new NullReplicate(population, options.RowsPerBlock, scales, new KeyedRandom(seed, 0, (ulong)replicate))
                .AddMoments(MomentBlocks, sums, squares);
            return (Sums: sums, Squares: squares);
        });

        const double count = (double)MomentReplicates * MomentBlocks;
        var means = Enumerable.Range(0, length).Select(i => replicates.Sum(replicate => replicate.Sums[i]) / count).ToArray();
        var variances = Enumerable.Range(0, length)
            .Select(i => Math.Max(0, (replicates.Sum(replicate => replicate.Squares[i]) / count) - (means[i] * means[i])))
            .ToArray();
        return new(options.RowsPerBlock, tracks, [.. means], [.. variances]);
    }
}
