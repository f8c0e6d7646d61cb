using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.LabelFree;

namespace SynthMonitor.Drift.Tests.LabelFree;

public class DirectLossEstimationTests
{
    [Fact]
    public void Estimates_the_loss_of_rows_whose_mix_has_changed()
    {
        var estimator = DirectLossEstimation.Fit(Rows(1, 4000, 0.5), MeansByFeature, 400);
        var shifted = Rows(2, 4000, 0.9);
        var (estimated, realised) = (estimator.Estimate(shifted), estimator.Realise(shifted));
        Assert.All(estimated.Keys, metric =>
            Assert.InRange(estimated[metric].Value.Value!.Value / realised[metric].Value.Value!.Value, 0.9, 1.1));
        Assert.True(estimated[RegressionMetric.Mae].IsAlert);
        Assert.False(estimator.Estimate(Rows(3, 4000, 0.5))[RegressionMetric.Mae].IsAlert);
    }

    [Fact]
    public void A_loss_that_is_undefined_leaves_its_metrics_undefined()
    {
        var rows = new RegressionRows([[0], [1]], [1, -2], [1, 1]);
        var estimate = DirectLossEstimation.Fit(rows, MeansByFeature, 1).Estimate(rows);
        Assert.False(estimate[RegressionMetric.Msle].Value.IsDefined);
        Assert.False(estimate[RegressionMetric.Rmsle].Value.IsDefined);
        Assert.Equal(1.5, estimate[RegressionMetric.Mae].Value.Value);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => DirectLossEstimation.Fit(new([[0]], [1]), MeansByFeature, 1));
        Assert.Throws<ArgumentException>(() => DirectLossEstimation.Fit(new([[0]], [1, 2], [1, 2]), MeansByFeature, 1));
        Assert.Throws<ArgumentException>(() => DirectLossEstimation.Fit(new([[0]], [double.NaN], [1]), MeansByFeature, 1));
    }

    /// <summary>A regressor that knows the mean of each value of the first feature.</summary>
    private static Regressor MeansByFeature(double[][] rows, double[] targets)
    {
        var means = rows.Zip(targets).GroupBy(pair => pair.First[0]).ToDictionary(group => group.Key, group => group.Average(pair => pair.Second));
        return part => [.. part.Select(row => means[row[0]])];
    }

    /// <summary>Rows of two kinds, the second of which is predicted worse.</summary>
    private static RegressionRows Rows(ulong seed, int count, double hardShare)
    {
        var random = new KeyedRandom(seed);
        double[][] features = [.. Enumerable.Range(0, count).Select(_ => new[] { random.NextDouble() < hardShare ? 1.0 : 0.0 })];
        double[] labels = [.. features.Select(row => 100 + (random.NextNormal() * (1 + (4 * row[0]))))];
        return new(features, [.. Enumerable.Repeat(100.0, count)], labels);
    }
}
