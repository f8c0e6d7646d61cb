using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Statistics;
using SynthMonitor.Drift.Statistics.Cells;
using SynthMonitor.Drift.Statistics.Samples;
using EnergyDistance = SynthMonitor.Drift.Statistics.Samples.EnergyDistance;

namespace SynthMonitor.Drift.Tests.Statistics;

public sealed class PermutationTestTests
{
    [Fact]
    public void On_two_cells_it_is_Fishers_test()
    {
        var permuted = PermutationTest.OnCells([8, 2], [3, 9], (p, q) => PowerDivergenceTest.Pearson(p, q).Statistic, 3).Value!.Value;
        Assert.InRange(permuted / FisherExact.TwoSided(8, 10, 3, 12).Value!.Value, 0.85, 1.15);
    }

    [Fact]
    public void A_seed_gives_one_p_value_and_another_seed_another()
    {
        static double PValue(ulong seed) =>
            PermutationTest.OnCells([8, 4, 1], [3, 6, 7], (p, q) => GTest.Test(p, q).Statistic, seed).Value!.Value;
        Assert.Equal(PValue(1), PValue(1));
        Assert.NotEqual(PValue(1), PValue(2));
    }

    [Fact]
    public void Clean_tiny_samples_are_called_different_no_more_often_than_the_level_says()
    {
        const int repetitions = 400;
        var alarms = Enumerable.Range(0, repetitions).Count(repetition =>
        {
            long[] p = Draw(30, 4, (ulong)repetition), q = Draw(12, 5, (ulong)repetition);
            return PermutationTest.OnCells(p, q, (a, b) => GTest.Test(a, b).Statistic, (ulong)repetition).Value <= 0.1;
        });
        Assert.InRange(alarms, 15, 60);
    }

    [Fact]
    public void Numbers_that_do_not_overlap_have_the_least_p_value()
    {
        double[] low = [.. Enumerable.Range(0, 30).Select(i => i / 10.0)], high = [.. low.Select(value => value + 9)];
        Assert.Equal(1.0 / (PermutationTest.MostDivisions + 1), PermutationTest.OnSamples(low, high, (x, y) => EnergyDistance.Compute(x, y), 1).Value!.Value, 12);
        Assert.Equal(1, PermutationTest.OnSamples(low, low, (x, y) => EnergyDistance.Compute(x, y), 1).Value);
    }

    [Fact]
    public void What_is_undefined_stays_so() =>
        Assert.False(PermutationTest.OnCells([0, 0], [1, 2], (p, q) => GTest.Test(p, q).Statistic, 1).IsDefined);

    private static long[] Draw(int rows, ulong sample, ulong repetition)
    {
        var (random, counts) = (new KeyedRandom(9, sample, repetition), new long[6]);
        for (var row = 0; row < rows; row++)
        {
            counts[(int)(6 * random.NextDouble() * random.NextDouble())]++;
        }

        return counts;
    }
}
