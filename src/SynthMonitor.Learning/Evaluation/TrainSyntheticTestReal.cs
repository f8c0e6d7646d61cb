using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Training;

namespace SynthMonitor.Learning.Evaluation;

/// <summary>
/// What a model that learnt from synthetic rows is worth on real ones, beside one that learnt from the training rows (Esteban, Hyland and
/// Rätsch 2017): 100 trees of depth 6, learning rate 0.1, each from 80 % of the rows and columns, both judged on all holdout rows.
/// </summary>
/// <param name="Task">What is predicted.</param>
/// <param name="Synthetic">The metrics of the model that learnt from synthetic rows.</param>
/// <param name="Real">The metrics of the model that learnt from the training rows.</param>
/// <param name="Gain">How much better the synthetic rows are by the task's metric, with a 95 % interval from the same resamples of the holdout; mostly below 0.</param>
/// <param name="Outcomes">The holdout's outcomes.</param>
/// <param name="SyntheticPredictions">What the one model said of them.</param>
/// <param name="RealPredictions">What the other model said of them.</param>
public sealed record TrainSyntheticTestReal(
    LearningTask Task, Scores Synthetic, Scores Real, GainInterval? Gain, ImmutableArray<double> Outcomes, Predictions SyntheticPredictions, Predictions RealPredictions)
{
    private static readonly LightGbmOptions Options = new() { Trees = 100, Depth = 6, Leaves = 64, LearningRate = 0.1, RowShare = 0.8, ColumnShare = 0.8 };

    /// <summary>Trains both and judges them.</summary>
    /// <param name="train">The real rows that the synthetic ones were made from.</param>
    /// <param name="synthetic">The synthetic rows.</param>
    /// <param name="holdout">Real rows that neither was made from.</param>
    /// <param name="target">The column to predict.</param>
    /// <param name="seed">Chooses rows and columns of trees, and resamples.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="InputException">The target is not there or constant, or a table holds a class that the training rows lack.</exception>
    public static TrainSyntheticTestReal Of(Table train, Table synthetic, Table holdout, string target, ulong seed, CancellationToken cancellation = default)
    {
        var task = TaskInference.Infer(train, target, metric: null);
        var codes = new OrdinalCodes(train);
        var tested = holdout.Take([.. Known(task, holdout)]);
        var features = Labelled(codes, tested, target);
        var outcomes = Tasks.Outcomes.Of(task, tested);
        var learnt = synthetic.Take([.. Known(task, synthetic)]);
        var models = new[] { learnt, train };
        var predictions = new Predictions[models.Length];
        Parallel.For(0, models.Length, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            var model = new LightGbmTrainer(Options).Train(new TrainingSet(task, Labelled(codes, models[index], target)), seed, cancellation);
            predictions[index] = model.Predict(features);
        });
        MetricSample Sample(Predictions of) => MetricSample.Create(task.Metric, task, outcomes, of);
        var gain = PairedBootstrap.Gains(task.Metric, Sample(predictions[1]), [Sample(predictions[0])], tested.Rows, new JudgeOptions(), seed, cancellation)?[0];
        return new(task, Metrics.All(task, outcomes, predictions[0]), Metrics.All(task, outcomes, predictions[1]), gain, [.. outcomes], predictions[0], predictions[1]);
    }

    // The target keeps its own values; of a class that the training rows lack no model can know.
    private static Table Labelled(OrdinalCodes codes, Table table, string target) => codes.Encode(table, target).With(table[target]);

    private static IEnumerable<int> Known(LearningTask task, Table table)
    {
        var texts = task.Kind == TaskKind.Multiclass ? CellTexts.Of(table[task.Target]) : null;
        return Enumerable.Range(0, table.Rows).Where(row => !table[task.Target].IsMissing(row) && (texts is null || task.Classes.Contains(texts[row]!)));
    }
}
