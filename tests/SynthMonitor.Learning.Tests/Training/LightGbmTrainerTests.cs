using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Training;

namespace SynthMonitor.Learning.Tests.Training;

public sealed class LightGbmTrainerTests
{
    [Fact]
    public void A_binary_model_finds_the_rule_and_is_calibrated()
    {
        var model = Samples.Train(Samples.Loans(2000, 1));
        var test = Samples.Loans(2000, 2);
        var scores = model.Score(test);
        Assert.InRange(Metrics.Of(Metric.Auc, Samples.Task, Outcomes.Of(Samples.Task, test), new Predictions(scores))!.Value, 0.85, 0.95);
        Assert.InRange(scores.Average(), 0.45, 0.55);
    }

    [Fact]
    public void The_same_rows_and_seed_give_the_same_file()
    {
        var rows = Samples.Loans(500, 1);
        Assert.Equal(Samples.Train(rows, seed: 3).Digest, Samples.Train(rows, seed: 3).Digest);
    }

    [Fact]
    public void Weights_tell_which_rule_is_learnt()
    {
        var (old, recent) = (Samples.Loans(1000, 1), Samples.Loans(1000, 2, isReversed: true));
        double[] weights = [.. Enumerable.Repeat(1.0, 1000), .. Enumerable.Repeat(20.0, 1000)];
        var model = Samples.Train(old.Append(recent), weights: weights);
        var test = Samples.Loans(1000, 3, isReversed: true);
        Assert.InRange(Metrics.Of(Metric.Auc, Samples.Task, Outcomes.Of(Samples.Task, test), model.Predict(test))!.Value, 0.8, 1);
    }

    [Fact]
    public void Missing_values_are_told_apart()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(row => row % 2 == 0 ? Number.Missing : 1e9 + row)];
        var table = new Table([
            Samples.Numbers("amount", ColumnKind.Numeric, values),
            Samples.Names("label", [.. Enumerable.Range(0, 400).Select(row => row % 2 == 0 ? "yes" : "no")])]);
        var scores = Samples.Train(table).Score(table);
        Assert.InRange(scores[0], 0.9, 1);
        Assert.InRange(scores[1], 0, 0.1);
    }

    [Fact]
    public void Three_classes_get_probabilities_that_sum_to_1_even_when_one_is_not_among_the_rows()
    {
        var task = LearningTask.Multiclass("size", ["absent", "large", "medium", "small"]);
        var table = Sizes(900, 1);
        var model = Samples.Train(table, task);
        var predictions = model.Predict(Sizes(300, 2));
        Assert.Equal((300, 4), (predictions.Rows, predictions.Width));
        Assert.All(Enumerable.Range(0, 300), row => Assert.Equal(1, predictions[row].ToArray().Sum(), 3));
        Assert.True(Metrics.Of(Metric.Accuracy, task, Outcomes.Of(task, Sizes(300, 2)), predictions) > 0.9);
        Assert.Throws<InvalidOperationException>(() => model.Score(table));
    }

    [Fact]
    public void A_regression_model_survives_saving()
    {
        var task = LearningTask.Regression("number");
        var table = Samples.Loans(800, 1);
        var model = Samples.Train(table, task);
        Assert.Equal(model.Score(table), TrainedModel.FromBytes(model.ToBytes().ToArray()).Score(table));
        Assert.True(Metrics.Of(Metric.Rmse, task, Outcomes.Of(task, table), model.Predict(table)) < 0.9);
    }

    [Fact]
    public void Rows_without_an_outcome_are_left_out()
    {
        var table = Samples.Loans(300, 1);
        var more = table.Append(table.With(NameColumn.From(table["label"].Schema, Enumerable.Repeat<string?>(null, 300))));
        Assert.Equal(Samples.Train(table).Digest, Samples.Train(more).Digest);
    }

    [Fact]
    public void Rows_of_one_outcome_are_refused()
    {
        var table = Samples.Loans(50, 1).With(Samples.Names("label", [.. Enumerable.Repeat("yes", 50)]));
        var fault = Assert.Throws<InputException>(() => Samples.Train(table));
        Assert.Contains("the same outcome", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_before_the_rows_are_read_ends_training() => Assert.Throws<OperationCanceledException>(
        () => Samples.Trainer.Train(new TrainingSet(Samples.Task, Samples.Loans(50, 1)), 1, new CancellationToken(canceled: true)));

    [Fact]
    [Trait("Category", "Golden")]
    public void Abalone_rings_are_predicted_as_well_as_the_literature_does()
    {
        var table = SharedData.Read("tabular/abalone.csv.gz");
        var task = TaskInference.Infer(table, "Rings");
        var (training, test) = (table.Slice(0, 3133), table.Slice(3133, 1044));
        var model = new LightGbmTrainer().Train(new TrainingSet(task, training), 1, TestContext.Current.CancellationToken);
        var error = Metrics.Of(Metric.Rmse, task, Outcomes.Of(task, test), model.Predict(test));
        TestContext.Current.SendDiagnosticMessage($"abalone: rmse {error:F3}");
        Assert.InRange(error!.Value, 1.9, 2.3);
    }

    private static Table Sizes(int rows, ulong seed)
    {
        var random = new KeyedRandom(seed, 5);
        var length = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            length[row] = 3 * random.NextDouble();
        }

        return new Table([
            Samples.Numbers("length", ColumnKind.Numeric, length),
            Samples.Names("size", [.. length.Select(value => value < 1 ? "small" : value < 2 ? "medium" : "large")])]);
    }
}
