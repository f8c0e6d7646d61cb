using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.LabelFree;

namespace SynthMonitor.Drift.Tests.LabelFree;

public class LabelShiftTests
{
    private const int Runs = 200;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Intervals_hold_the_true_share_as_often_as_they_say(bool byPredictions)
    {
        // At confidence 0.95 fewer than 178 of 200 would hold with a chance below 0.001.
        var held = Enumerable.Range(0, Runs).Count(run => Estimate(byPredictions, 0.7, (ulong)run).Intervals[1].Contains(0.7));
        Assert.InRange(held, 178, Runs);
    }

    [Fact]
    public void Shares_sum_to_1_and_are_near_the_truth()
    {
        foreach (var byPredictions in new[] { true, false })
        {
            var estimate = Estimate(byPredictions, 0.7, 1);
            Assert.Equal(1, estimate.Priors.Sum(prior => prior.Value!.Value), 1e-9);
            Assert.Equal(0.7, estimate.Priors[1].Value!.Value, 0.05);
        }
    }

    [Fact]
    public void What_cannot_be_told_is_undefined()
    {
        Assert.False(LabelShift.BlackBox([[50, 50], [50, 50]], [10, 10]).Priors[0].IsDefined);
        Assert.False(LabelShift.BlackBox([[50, 50], [0, 0]], [10, 10]).Priors[0].IsDefined);
        Assert.False(LabelShift.BlackBox([[90, 10], [10, 90]], [0, 0]).Priors[0].IsDefined);
        Assert.False(LabelShift.MaximumLikelihood([], [0.5, 0.5]).Priors[0].IsDefined);
        Assert.Equal((0, 1), (LabelShift.MaximumLikelihood([], [0.5, 0.5]).Intervals[0].Lower, LabelShift.MaximumLikelihood([], [0.5, 0.5]).Intervals[0].Upper));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => LabelShift.BlackBox([[1, 2]], [1, 2]));
        Assert.Throws<ArgumentException>(() => LabelShift.MaximumLikelihood([[1, 0]], [1, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelShift.BlackBox([[9, 1], [1, 9]], [1, 2], confidence: 1));
    }

    /// <summary>Two normal classes two standard deviations apart; half of the reference is positive.</summary>
    private static LabelShiftEstimate Estimate(bool byPredictions, double share, ulong seed)
    {
        var random = new KeyedRandom(seed, 21);
        var (reference, predictions, probabilities) = (new[] { new long[2], new long[2] }, new long[2], new List<double[]>());
        for (var row = 0; row < 2000; row++)
        {
            var label = row % 2;
            reference[label][random.NextNormal() + (2 * label) > 1 ? 1 : 0]++;
            var isPositive = random.NextDouble() < share;
            var value = random.NextNormal() + (isPositive ? 2 : 0);
            predictions[value > 1 ? 1 : 0]++;
            var p = 1 / (1 + Math.Exp(2 - (2 * value)));
            probabilities.Add([1 - p, p]);
        }

        return byPredictions ? LabelShift.BlackBox(reference, predictions) : LabelShift.MaximumLikelihood(probabilities, [0.5, 0.5]);
    }
}
