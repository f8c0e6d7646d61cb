using SynthMonitor.Data;
using SynthMonitor.Learning.Evaluation;
using SynthMonitor.Synthesis.Privacy;
using SynthMonitor.Synthesis.Quality;
using SynthMonitor.Synthesis.Quality.SdMetrics;
using SynthMonitor.Synthesis.Quality.Sqs;

namespace SynthMonitor.Commands.Evaluate;

/// <summary>What is measured of synthetic rows.</summary>
/// <param name="Tables">The rows.</param>
/// <param name="Quality">The synthetic quality score.</param>
/// <param name="Report">Shapes and trends.</param>
/// <param name="AgainstHoldout">How well trees tell the synthetic rows from holdout rows.</param>
/// <param name="AgainstTrain">How well trees tell them from training rows.</param>
/// <param name="Usefulness">What a model that learnt from them is worth; null where no target is known.</param>
/// <param name="Closeness">How near they are to training and to holdout rows.</param>
/// <param name="Membership">Whether they give training rows away.</param>
internal sealed record Evaluation(
    EvaluatedTables Tables,
    SyntheticQuality Quality,
    QualityReport Report,
    TwoSampleTest AgainstHoldout,
    TwoSampleTest AgainstTrain,
    TrainSyntheticTestReal? Usefulness,
    HoldoutCloseness Closeness,
    MembershipInference Membership)
{
    private const int Steps = 7;

    /// <summary>Measures.</summary>
    /// <param name="tables">The rows.</param>
    /// <param name="target">The column that models predict, or null.</param>
    /// <param name="seed">Chooses all that is random.</param>
    /// <param name="progress">Told the share of the work done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The target is constant, or the synthetic rows hold only one of its values.</exception>
    public static Evaluation Of(EvaluatedTables tables, string? target, ulong seed, IProgress<double> progress, CancellationToken cancellation)
    {
        var done = 0;
        T Step<T>(Func<T> work)
        {
            cancellation.ThrowIfCancellationRequested();
            var result = work();
            progress.Report((double)++done / Steps);
            return result;
        }

        var (train, synthetic, holdout) = (tables.Train, tables.Synthetic, tables.Holdout);
        var pair = new TablePair(train, synthetic);
        var usefulness = Step(() => target is null ? null : TrainSyntheticTestReal.Of(train, synthetic, holdout, target, seed, cancellation));
        return new(
            tables,
            Step(() => SyntheticQuality.Of(pair)),
            Step(() => QualityReport.Of(pair)),
            Step(() => TwoSampleTest.Of(train, holdout, synthetic, seed, cancellation)),
            Step(() => TwoSampleTest.Of(train, train, synthetic, seed, cancellation)),
            usefulness,
            Step(() => HoldoutCloseness.Of(train, holdout, synthetic, seed, cancellation)),
            Step(() => MembershipInference.Of(train, holdout, synthetic, seed, cancellation)));
    }
}
