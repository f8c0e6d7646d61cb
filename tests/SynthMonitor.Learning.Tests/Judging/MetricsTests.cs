using CsCheck;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Tests.Judging;

public sealed class MetricsTests
{
    private static readonly LearningTask Binary = Samples.Task;

    [Fact]
    public void Auc_is_the_share_of_ordered_pairs_with_ties_counting_half() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 5], (outcome, score) => (Outcome: outcome, Score: score / 5.0)).Array[1, 40].Sample(rows =>
        {
            var positives = rows.Where(row => row.Outcome == 1).ToList();
            var negatives = rows.Where(row => row.Outcome == 0).ToList();
            double? expected = positives.Count == 0 || negatives.Count == 0 ? null
                : positives.SelectMany(_ => negatives, (p, n) => p.Score > n.Score ? 1 : p.Score == n.Score ? 0.5 : 0).Average();
            var found = Metrics.Of(Metric.Auc, Binary, [.. rows.Select(row => (double)row.Outcome)], new Predictions([.. rows.Select(row => row.Score)]));
            Assert.Equal(expected.HasValue, found.HasValue);
            Assert.Equal(expected ?? 0, found ?? 0, 12);
        });

    [Fact]
    public void Log_loss_is_the_mean_negative_log_likelihood() =>
        Assert.Equal((Math.Log(1 / 0.8) + Math.Log(1 / 0.6)) / 2, Metrics.Of(Metric.LogLoss, Binary, [1, 0], new Predictions([0.8, 0.4]))!.Value, 12);

    [Fact]
    public void Log_loss_of_a_certain_mistake_is_clipped() =>
        Assert.Equal(-Math.Log(1e-6), Metrics.Of(Metric.LogLoss, Binary, [1], new Predictions([0]))!.Value, 9);

    [Fact]
    public void Accuracy_heeds_the_threshold()
    {
        var strict = Binary with { Threshold = 0.9 };
        Assert.Equal(1, Metrics.Of(Metric.Accuracy, Binary, [1, 0], new Predictions([0.8, 0.4])));
        Assert.Equal(0.5, Metrics.Of(Metric.Accuracy, strict, [1, 0], new Predictions([0.8, 0.4])));
    }

    [Fact]
    public void Brier_is_the_mean_squared_difference() => Assert.Equal(0.1, Metrics.Of(Metric.Brier, Binary, [1, 0], new Predictions([0.8, 0.4]))!.Value, 12);

    [Fact]
    public void Rmse_is_in_the_unit_of_the_target() =>
        Assert.Equal(Math.Sqrt(12.5), Metrics.Of(Metric.Rmse, LearningTask.Regression("t"), [0, 0], new Predictions([3, 4]))!.Value, 12);

    [Fact]
    public void Classes_are_judged_by_the_probability_of_the_true_one()
    {
        var task = LearningTask.Multiclass("t", ["a", "b", "c"]);
        var predictions = new Predictions([0.7, 0.2, 0.1, 0.1, 0.3, 0.6], 3);
        Assert.Equal((Math.Log(1 / 0.7) + Math.Log(1 / 0.3)) / 2, Metrics.Of(Metric.LogLoss, task, [0, 1], predictions)!.Value, 12);
        Assert.Equal(0.5, Metrics.Of(Metric.Accuracy, task, [0, 1], predictions));
    }

    [Fact]
    public void What_is_not_defined_is_null_and_not_zero()
    {
        Assert.Equal(new Scores(null, null, null, null, null), Metrics.All(Binary, [], new Predictions([])));
        var one = Metrics.All(Binary, [1, 1], new Predictions([0.8, 0.9]));
        Assert.Null(one.Auc);
        Assert.Null(one.Rmse);
        Assert.NotNull(one.LogLoss);
    }
}
