using SynthMonitor.Drift.LabelFree;

namespace SynthMonitor.Drift.Tests.LabelFree;

public class CbpeTests
{
    private static readonly CbpeOptions Options = new(2000, ConfusionNormalization.All, new BusinessValues(0, -1, -5, 10, PerPrediction: true));

    [Fact]
    public void Estimates_what_labels_later_say_under_covariate_shift()
    {
        var estimator = Cbpe.Fit(ScoredPopulation.Rows(1, 20_000), Options);
        var shifted = ScoredPopulation.Rows(2, 100_000, power: 2);
        var (estimated, realised) = (estimator.Estimate(shifted), estimator.Realise(shifted));
        Assert.All(estimated.Keys, metric =>
        {
            var allowed = 4 * estimated[metric].SamplingError.Value!.Value + 0.002;
            Assert.InRange(estimated[metric].Value.Value!.Value - realised[metric].Value.Value!.Value, -allowed, allowed);
        });
        Assert.True(estimated[PerformanceMetric.TruePositive].IsAlert);
    }

    [Fact]
    public void Calibrates_scores_that_are_no_probabilities()
    {
        var estimator = Cbpe.Fit(ScoredPopulation.Rows(3, 20_000, probability: score => score * score), Options);
        Assert.NotNull(estimator.Calibration);
        Assert.InRange(estimator.Probability(0.5), 0.2, 0.3);
        var rows = ScoredPopulation.Rows(4, 50_000, probability: score => score * score);
        Assert.Equal(
            estimator.Realise(rows)[PerformanceMetric.Precision].Value.Value!.Value, estimator.Estimate(rows)[PerformanceMetric.Precision].Value.Value!.Value, 0.02);
    }

    [Fact]
    public void Leaves_its_input_as_it_was()
    {
        var rows = ScoredPopulation.Rows(5, 3000);
        var (scores, predictions, labels) = (rows.Scores.ToArray(), rows.Predictions.ToArray(), rows.Labels.ToArray());
        var estimator = Cbpe.Fit(rows, Options);
        estimator.Estimate(rows);
        estimator.Realise(rows);
        Assert.Equal(scores, rows.Scores.ToArray());
        Assert.Equal(predictions, rows.Predictions.ToArray());
        Assert.Equal(labels, rows.Labels.ToArray());
    }

    [Fact]
    public void What_cannot_be_computed_is_undefined_with_a_reason()
    {
        var estimator = Cbpe.Fit(ScoredPopulation.Rows(6, 3000), Options);
        var estimates = estimator.Estimate(new BinaryRows(new[] { 0.1, 0.2 }, new[] { false, false }));
        Assert.Equal("nothing was predicted positive", estimates[PerformanceMetric.Precision].Value.Reason);
        Assert.False(estimates[PerformanceMetric.Precision].IsAlert);
        Assert.False(estimator.Estimate(new BinaryRows(Array.Empty<double>(), Array.Empty<bool>()))[PerformanceMetric.Accuracy].Value.IsDefined);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new BinaryRows(new[] { double.NaN }, new[] { true }));
        Assert.Throws<ArgumentException>(() => new BinaryRows(new[] { 0.5 }, new[] { true, false }));
        Assert.Throws<ArgumentException>(() => Cbpe.Fit(new BinaryRows(new[] { 0.5 }, new[] { true }), Options));
        Assert.Throws<ArgumentException>(() => Cbpe.Fit(ScoredPopulation.Rows(7, 100), Options with { ChunkSize = 0 }));
        Assert.Throws<InvalidOperationException>(() => Cbpe.Fit(ScoredPopulation.Rows(7, 100), Options).Realise(new BinaryRows(new[] { 0.5 }, new[] { true })));
    }
}
