using CsCheck;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Tests.Profiles;

public class OutcomeCountsTests
{
    private static readonly Gen<OutcomeCounts> Some = Gen.Select(Gen.Bool, Gen.Double[0, 1]).Array[0, 60].Select(Of);

    [Fact]
    public void Merging_is_the_same_in_any_order_and_subtracting_undoes_it() =>
        Gen.Select(Some, Some).Sample((a, b) =>
        {
            var (forward, backward) = (a.Clone(), b.Clone());
            forward.Add(b);
            backward.Add(a);
            var isSame = forward.Equals(backward);
            forward.Subtract(b);
            return isSame && forward.Equals(a) && forward.Rows == a.Rows && forward.Positives == a.Positives;
        });

    [Fact]
    public void Write_and_read_give_the_same_counts() =>
        Some.Sample(counts =>
        {
            var writer = new PayloadWriter();
            counts.Write(writer);
            return OutcomeCounts.Read(new PayloadReader(writer.ToArray())).Equals(counts);
        });

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(-3.0, 0)]
    [InlineData(0.5, 128)]
    [InlineData(1.0, 255)]
    [InlineData(double.PositiveInfinity, 255)]
    public void A_score_lies_in_its_bin_and_is_clipped(double score, int bin) => Assert.Equal(bin, new OutcomeCounts().BinOf(score));

    [Fact]
    public void A_score_that_is_not_a_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => new OutcomeCounts().Add(true, double.NaN));

    private static OutcomeCounts Of((bool Label, double Score)[] outcomes)
    {
        var counts = new OutcomeCounts();
        foreach (var (label, score) in outcomes)
        {
            counts.Add(label, score);
        }

        return counts;
    }
}
