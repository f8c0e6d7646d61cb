using SynthMonitor.Data.Randomness;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Tests.Judging;

public sealed class PairedBootstrapTests
{
    private static readonly JudgeOptions Options = new() { Replicates = 1000 };

    [Fact]
    public void The_interval_of_a_mean_is_that_of_the_normal_theory()
    {
        var random = new KeyedRandom(4);
        double[] champion = [.. Enumerable.Range(0, 900).Select(_ => 1.0)];
        double[] candidate = [.. champion.Select(_ => 0.9 + (0.6 * random.NextNormal()))];
        var gain = PairedBootstrap.Gains(Metric.LogLoss, new MeanSample(champion, false), [new MeanSample(candidate, false)], 900, Options, 1, TestContext.Current.CancellationToken)![0];
        Assert.Equal(1 - candidate.Average(), gain.Value, 12);
        Assert.InRange((gain.Upper - gain.Lower) / 2, 1.96 * 0.02 * 0.8, 1.96 * 0.02 * 1.2);
    }

    [Fact]
    public void A_candidate_that_says_the_same_gains_exactly_nothing()
    {
        double[] losses = [.. Enumerable.Range(0, 100).Select(row => row / 100.0)];
        var gain = PairedBootstrap.Gains(Metric.LogLoss, new MeanSample(losses, false), [new MeanSample(losses, false)], 100, Options, 1, TestContext.Current.CancellationToken)![0];
        Assert.Equal(new GainInterval(0, 0, 0), gain);
    }

    [Fact]
    public void An_undefined_metric_gives_no_interval() => Assert.Null(PairedBootstrap.Gains(
        Metric.Auc, new AucSample([1, 1], [0.1, 0.2]), [new AucSample([1, 1], [0.1, 0.2])], 2, Options, 1, TestContext.Current.CancellationToken));

    [Fact]
    public void Choosing_the_best_of_many_useless_candidates_seldom_looks_like_a_gain()
    {
        var mistakes = 0;
        for (ulong trial = 0; trial < 200; trial++)
        {
            var random = new KeyedRandom(trial, 9);
            double[] Noise() => [.. Enumerable.Range(0, 200).Select(_ => random.NextNormal())];
            MetricSample[] candidates = [.. Enumerable.Range(0, 8).Select(_ => new MeanSample(Noise(), false))];
            var gains = PairedBootstrap.Gains(Metric.LogLoss, new MeanSample(Noise(), false), candidates, 200, Options with { Replicates = 300 }, trial, TestContext.Current.CancellationToken);
            mistakes += gains!.Any(gain => gain.Lower > 0) ? 1 : 0;
        }

        // Nominal 2.5 % of 200 = 5; without allowing for the choice it would be about 20.
        Assert.InRange(mistakes, 0, 13);
    }

    [Fact]
    public void The_seed_alone_decides()
    {
        var outcomes = new Predictions([.. Enumerable.Range(0, 60).Select(row => (double)(row % 2))]).Values;
        double[] scores = [.. Enumerable.Range(0, 60).Select(row => row * 7 % 60 / 60.0)];
        double[] others = [.. Enumerable.Range(0, 60).Select(row => row * 11 % 60 / 60.0)];
        GainInterval Run(ulong seed) => PairedBootstrap.Gains(
            Metric.Auc, new AucSample(outcomes, scores), [new AucSample(outcomes, others)], 60, Options, seed, TestContext.Current.CancellationToken)![0];
        Assert.Equal(Run(1), Run(1));
        Assert.NotEqual(Run(1), Run(2));
    }
}
