using CsCheck;
using SynthMonitor.Drift.Detectors;

namespace SynthMonitor.Drift.Tests.Detectors;

public class EqualSizeKolmogorovSmirnovTests
{
    [Fact]
    public void P_values_are_those_of_all_orders_of_two_samples_of_three()
    {
        // Of the 20 ways to order three and three values, 20, 20, 8 and 2 reach the distances 0, 1/3, 2/3 and 1.
        double[] expected = [1, 1, 0.6, 0.1];
        var actual = EqualSizeKolmogorovSmirnov.PValues(3);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    [Fact]
    public void P_values_fall_and_stay_in_range() => Gen.Int[1, 400].Sample(size =>
    {
        var pValues = EqualSizeKolmogorovSmirnov.PValues(size);
        return pValues[0] == 1 && pValues[^1] > 0 && pValues.Zip(pValues.Skip(1)).All(pair => pair.First >= pair.Second - 1e-12);
    }, iter: 50);

    [Fact]
    public void Steps_are_the_greatest_distance_of_the_distribution_functions() =>
        Gen.Int[0, 9].Array[20].Select(Gen.Int[0, 9].Array[20]).Sample((first, second) =>
        {
            var expected = Enumerable.Range(0, 10).Max(value => Math.Abs(first.Count(x => x <= value) - second.Count(x => x <= value)));
            return expected == EqualSizeKolmogorovSmirnov.Steps(
                Array.ConvertAll(first, value => (double)value), Array.ConvertAll(second, value => (double)value));
        });

    [Fact]
    public void Samples_of_different_sizes_are_refused() =>
        Assert.Throws<ArgumentException>(() => EqualSizeKolmogorovSmirnov.Steps(new double[2], new double[3]));
}
