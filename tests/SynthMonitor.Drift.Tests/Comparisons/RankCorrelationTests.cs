using CsCheck;
using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Comparisons;

namespace SynthMonitor.Drift.Tests.Comparisons;

/// <summary>Spearman's correlation of cells.</summary>
public sealed class RankCorrelationTests
{
    private const int Cells = 4;

    [Fact]
    public void One_order_is_1_the_opposite_is_minus_1_and_no_order_is_none()
    {
        byte[] rising = [Code.Below, Code.First, Code.First + 1, Code.First + 3, Code.Above];
        Assert.Equal(1, Of(rising, rising).Value!.Value, 12);
        Assert.Equal(-1, Of(rising, [.. rising.Reverse()]).Value!.Value, 12);
        Assert.Null(Of(rising, [Code.First, Code.First, Code.First, Code.First, Code.First]).Value);
    }

    [Fact]
    public void Rows_without_a_place_in_the_order_are_left_out()
    {
        var found = Of([Code.First, Code.Missing, Code.First + 1, Code.First], [Code.First, Code.First, Code.First + 1, Code.NotANumber]);
        Assert.Equal((1.0, 2L), (Math.Round(found.Value!.Value, 12), found.Rows));
    }

    [Fact]
    public void It_is_Pearsons_correlation_of_mean_ranks() =>
        Gen.Select(Gen.Int[0, Cells - 1], Gen.Int[0, Cells - 1]).Array[2, 40].Sample(pairs =>
        {
            byte[] first = [.. pairs.Select(pair => (byte)(Code.First + pair.Item1))], second = [.. pairs.Select(pair => (byte)(Code.First + pair.Item2))];
            var (a, b) = (Ranks(first), Ranks(second));
            var (meanA, meanB) = (a.Average(), b.Average());
            var scale = Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(x => (x - meanB) * (x - meanB)));
            var found = Of(first, second).Value;
            Assert.Equal(scale > 0, found is not null);
            if (found is { } value)
            {
                Assert.Equal(a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum() / scale, value, 9);
            }
        });

    private static RankCorrelation Of(byte[] first, byte[] second) => RankCorrelation.Of(Cells, Cells, first, second);

    private static double[] Ranks(byte[] codes) =>
        [.. codes.Select(code => codes.Count(other => other < code) + ((codes.Count(other => other == code) + 1) / 2.0))];
}
