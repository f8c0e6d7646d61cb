using CsCheck;
using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Drift.Tests.Statistics;

/// <summary>What every two-sample statistic on counts keeps.</summary>
public sealed class CellConformanceTests
{
    private static readonly Gen<(long[] P, long[] Q)> Counts = Gen.Int[1, 12].SelectMany(cells => Gen.Select(
        Gen.OneOf(Gen.Long[0, 30], Gen.Long[0, 2]).Array[cells], Gen.OneOf(Gen.Long[0, 30], Gen.Long[0, 2]).Array[cells]));

    public static TheoryData<string> All => [.. StatisticsOnCells.All.Keys];

    public static TheoryData<string> Tests => [.. StatisticsOnCells.Tests.Keys];

    public static TheoryData<string> Distances => [.. StatisticsOnCells.Distances.Keys];

    public static TheoryData<string> NullMeans => [.. StatisticsOnCells.NullMeans.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Counts_are_left_as_they_were(string name)
    {
        long[] p = [3, 0, 5, 1], q = [2, 2, 0, 9];
        StatisticsOnCells.All[name](p, q);
        Assert.Equal([3, 0, 5, 1], p);
        Assert.Equal([2, 2, 0, 9], q);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void There_is_an_answer_or_a_reason_and_none_for_an_empty_sample(string name) => Counts.Sample(pair =>
    {
        var estimates = StatisticsOnCells.All[name](pair.P, pair.Q);
        Assert.All(estimates, estimate => Assert.True(estimate.IsDefined || estimate.Reason!.Length > 0));
        Assert.True((pair.P.Sum() > 0 && pair.Q.Sum() > 0) || estimates.All(estimate => !estimate.IsDefined));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Samples_over_other_cells_are_refused(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => StatisticsOnCells.All[name]([1, 2], [1, 2, 3]));

    [Theory]
    [MemberData(nameof(Tests))]
    public void Tests_are_the_same_with_the_samples_exchanged_and_their_p_values_probabilities(string name) => Counts.Sample(pair =>
    {
        var (one, other) = (StatisticsOnCells.Tests[name](pair.P, pair.Q), StatisticsOnCells.Tests[name](pair.Q, pair.P));
        AssertNear(one.Statistic, other.Statistic);
        AssertNear(one.PValue, other.PValue);
        Assert.True(one.PValue.Value is null or (>= 0 and <= 1));
    });

    [Theory]
    [MemberData(nameof(Distances))]
    public void Distances_are_the_same_both_ways_and_at_least_0(string name) => Counts.Sample(pair =>
    {
        var distance = StatisticsOnCells.Distances[name](pair.P, pair.Q);
        AssertNear(distance, StatisticsOnCells.Distances[name](pair.Q, pair.P));
        Assert.True(distance.Value is null or >= 0);
    });

    [Theory]
    [MemberData(nameof(Distances))]
    public void Equal_samples_are_at_distance_0(string name) => Counts.Where(pair => pair.P.Sum() > 0).Sample(pair =>
        Assert.Equal(0, StatisticsOnCells.Distances[name](pair.P, pair.P).Value!.Value, 12));

    /// <summary>Two samples of ten unequal cells, 4,000 times: the mean of the statistic, or of its square, is near the null mean.</summary>
    [Theory]
    [MemberData(nameof(NullMeans))]
    public void Null_means_are_what_clean_samples_show(string name)
    {
        const int repetitions = 4_000;
        var (mean, power) = StatisticsOnCells.NullMeans[name];
        var (sum, expected) = (0.0, 0.0);
        for (ulong repetition = 0; repetition < repetitions; repetition++)
        {
            long[] p = Draw(2_000, repetition, 0), q = Draw(1_000, repetition, 1);
            sum += Math.Pow(StatisticsOnCells.All[name](p, q)[0].Value!.Value, power);
            expected += Math.Pow(mean(p, q).Value!.Value, power);
        }

        Assert.InRange(sum / expected, 0.93, 1.07);
    }

    private static long[] Draw(int rows, ulong repetition, ulong sample)
    {
        var (random, counts) = (new KeyedRandom(5, repetition, sample), new long[10]);
        for (var row = 0; row < rows; row++)
        {
            counts[(int)(10 * Math.Sqrt(random.NextDouble()))]++;
        }

        return counts;
    }

    private static void AssertNear(Estimate one, Estimate other)
    {
        Assert.Equal(one.IsDefined, other.IsDefined);
        Assert.True(one.Value is not { } value || value.Equals(other.Value) || Math.Abs(value - other.Value!.Value) <= 1e-9 * Math.Max(1, Math.Abs(value)));
    }
}
