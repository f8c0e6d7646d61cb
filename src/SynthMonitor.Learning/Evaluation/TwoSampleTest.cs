using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Training;

namespace SynthMonitor.Learning.Evaluation;

/// <summary>
/// How well boosted trees tell synthetic rows from real ones (classifier two-sample test, Lopez-Paz and Oquab 2017): at most 6,000 rows a side,
/// stratified 3-fold cross-validation, 100 trees of depth 6 with learning rate 0.3. The AUC grows with the number of rows.
/// </summary>
/// <param name="Auc">The AUC over all folds; ½ where they cannot be told apart, 1 where always. Below ½ against training rows means copies.</param>
/// <param name="Rows">The rows of each side.</param>
public sealed record TwoSampleTest(double Auc, int Rows)
{
    private const int MaximumRows = 6000;
    private const int Folds = 3;
    private const string Target = "is synthetic";
    private static readonly LightGbmOptions Options = new() { Trees = 100, Depth = 6, Leaves = 64, LearningRate = 0.3, MinimumLeafRows = 1 };

    /// <summary>The fewest rows of each side.</summary>
    public const int MinimumRows = 30;

    /// <summary>Tells rows apart.</summary>
    /// <param name="train">The training rows, by whose names the rows of both sides are coded.</param>
    /// <param name="real">Real rows; at least <see cref="MinimumRows"/>.</param>
    /// <param name="synthetic">Synthetic rows; as many.</param>
    /// <param name="seed">Chooses rows and folds.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static TwoSampleTest Of(Table train, Table real, Table synthetic, ulong seed, CancellationToken cancellation = default)
    {
        var rows = Math.Min(MaximumRows, Math.Min(real.Rows, synthetic.Rows));
        var codes = new OrdinalCodes(train);
        var features = codes.Encode(real.Take(Choose(real.Rows, rows, seed, 1))).Append(codes.Encode(synthetic.Take(Choose(synthetic.Rows, rows, seed, 2))));
        double[] outcomes = [.. Enumerable.Repeat(0.0, rows), .. Enumerable.Repeat(1.0, rows)];
        var labelled = features.With(new NumberColumn(new ColumnSchema(Target, ColumnKind.Integer), [.. outcomes]));
        var task = LearningTask.Binary(Target, "1");
        var scores = new double[2 * rows];
        Parallel.For(0, Folds, new ParallelOptions { CancellationToken = cancellation }, fold =>
        {
            // Both sides are in random order, so every third row of each is a stratified fold.
            int[] tested = [.. Enumerable.Range(0, 2 * rows).Where(row => row % rows % Folds == fold)];
            int[] learnt = [.. Enumerable.Range(0, 2 * rows).Where(row => row % rows % Folds != fold)];
            var model = new LightGbmTrainer(Options).Train(new TrainingSet(task, labelled.Take(learnt)), seed, cancellation);
            var predicted = model.Score(labelled.Take(tested));
            for (var i = 0; i < tested.Length; i++)
            {
                scores[tested[i]] = predicted[i];
            }
        });
        return new(Metrics.Of(Metric.Auc, task, outcomes, new Predictions(scores))!.Value, rows);
    }

    private static int[] Choose(int all, int count, ulong seed, ulong side)
    {
        var rows = Enumerable.Range(0, all).ToArray();
        new KeyedRandom(seed, side).Shuffle<int>(rows);
        return rows[..count];
    }
}
