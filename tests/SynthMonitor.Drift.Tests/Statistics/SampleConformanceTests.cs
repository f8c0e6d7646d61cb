using CsCheck;

namespace SynthMonitor.Drift.Tests.Statistics;

/// <summary>What every two-sample statistic on numbers keeps.</summary>
public sealed class SampleConformanceTests
{
    private static readonly Gen<double[]> Sample = Gen.OneOf(
        Gen.Double[-10, 10].Array[1, 30], Gen.Int[0, 4].Select(value => (double)value).Array[1, 30], Gen.Const(3.0).Array[1, 8]);

    /// <summary>Samples of which a covariance is far from singular, whose inverse rounding would else turn into another.</summary>
    private static readonly Gen<double[]> Spread = Gen.Int[-1000, 1000].Select(value => value / 100.0).Array[20, 30].Where(sample => sample.Distinct().Count() > 15);

    public static TheoryData<string> All => [.. StatisticsOnSamples.All.Keys];

    public static TheoryData<string> Tests => [.. StatisticsOnSamples.Tests.Keys];

    public static TheoryData<string> Distances => [.. StatisticsOnSamples.Distances.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Samples_are_left_as_they_were(string name)
    {
        double[] x = [3, 1, 2, -5, 8, 1], y = [2, 9, 4, 4, 0, 7, 6];
        double[] before = [.. x], other = [.. y];
        StatisticsOnSamples.All[name](x, y);
        Assert.Equal(before, x);
        Assert.Equal(other, y);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_order_of_rows_does_not_matter(string name) => Pairs(name).Sample((x, y) =>
        AssertSame(StatisticsOnSamples.All[name](x, y), StatisticsOnSamples.All[name]([.. x.Reverse()], [.. y.Order()])));

    [Theory]
    [MemberData(nameof(Tests))]
    public void P_values_are_probabilities_and_the_same_with_the_samples_exchanged(string name) => Pairs(name).Sample((x, y) =>
    {
        var (one, other) = (StatisticsOnSamples.Tests[name](x, y), StatisticsOnSamples.Tests[name](y, x));
        AssertSame([one.PValue], [other.PValue]);
        Assert.True(one.PValue.Value is null or (>= 0 and <= 1));
        Assert.True(one.PValue.IsDefined || one.PValue.Reason!.Length > 0);
    });

    [Theory]
    [MemberData(nameof(Distances))]
    public void Distances_are_the_same_both_ways_and_at_least_0(string name) => Pairs(name).Sample((x, y) =>
    {
        var distance = StatisticsOnSamples.Distances[name](x, y);
        AssertSame([distance], [StatisticsOnSamples.Distances[name](y, x)]);
        Assert.True(distance.Value >= 0);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_not_a_number_leaves_nothing_but_a_reason(string name)
    {
        double[] whole = [1, 2, 3, 4, 5, 6, 7], broken = [1, 2, double.NaN, 4, 5, 6, 7];
        Assert.All([.. StatisticsOnSamples.All[name](whole, broken), .. StatisticsOnSamples.All[name](broken, whole)], AssertUndefined);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_empty_sample_leaves_nothing_but_a_reason(string name) => Assert.All(
        [.. StatisticsOnSamples.All[name]([], [1, 2, 3]), .. StatisticsOnSamples.All[name]([1, 2, 3], []), .. StatisticsOnSamples.All[name]([], [])],
        AssertUndefined);

    [Theory]
    [MemberData(nameof(All))]
    public void Infinities_constants_and_single_rows_give_an_answer_or_a_reason(string name)
    {
        double[][] odd =
        [
            [double.PositiveInfinity, 1, 2, 3, 4, 5], [double.NegativeInfinity, double.PositiveInfinity], [7], [7, 7, 7, 7, 7, 7],
            [1e300, -1e300, 1e308], [5e-324, 0, -5e-324], [0, -0.0], [1, 2, 3, 4, 5, 6],
        ];
        foreach (var (x, y) in odd.SelectMany(x => odd.Select(y => (x, y))))
        {
            Assert.All(StatisticsOnSamples.All[name](x, y), estimate => Assert.True(estimate.IsDefined || estimate.Reason!.Length > 0));
        }
    }

    [Theory]
    [InlineData("Anderson-Darling")]
    [InlineData("Kolmogorov-Smirnov, exact")]
    [InlineData("Cramer-von Mises, asymptotic")]
    [InlineData("Mann-Whitney, asymptotic")]
    [InlineData("Brunner-Munzel")]
    [InlineData("Kruskal-Wallis")]
    [InlineData("Kuiper")]
    [InlineData("Welch")]
    [InlineData("Levene, medians")]
    [InlineData("Epps-Singleton")]
    public void Tests_do_not_see_the_unit(string name) => Pairs(name).Sample((x, y) => AssertSame(
        StatisticsOnSamples.All[name](x, y), StatisticsOnSamples.All[name]([.. x.Select(value => 4 * value)], [.. y.Select(value => 4 * value)])));

    private static Gen<(double[] X, double[] Y)> Pairs(string name) =>
        name == "Epps-Singleton" ? Gen.Select(Spread, Spread) : Gen.Select(Sample, Sample);

    private static void AssertUndefined(Estimate estimate) => Assert.True(!estimate.IsDefined && estimate.Reason!.Length > 0);

    private static void AssertSame(Estimate[] expected, Estimate[] actual)
    {
        foreach (var (one, other) in expected.Zip(actual))
        {
            Assert.Equal(one.IsDefined, other.IsDefined);
            Assert.True(one.Value is not { } value || value.Equals(other.Value)
                || Math.Abs(value - other.Value!.Value) <= 1e-8 * Math.Max(1e-4, Math.Abs(value)), $"{one} is not {other}");
        }
    }
}
