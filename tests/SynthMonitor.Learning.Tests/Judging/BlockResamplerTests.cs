using CsCheck;
using SynthMonitor.Learning.Judging;

namespace SynthMonitor.Learning.Tests.Judging;

public sealed class BlockResamplerTests
{
    [Fact]
    public void A_resample_has_as_many_rows_as_the_original() => Gen.Select(Gen.Int[1, 300], Gen.ULong).Sample((rows, seed) =>
    {
        var counts = new int[rows];
        new BlockResampler(rows, seed).Draw(3, counts);
        Assert.Equal(rows, counts.Sum());
    });

    [Fact]
    public void Every_row_is_drawn_once_on_average()
    {
        var resampler = new BlockResampler(50, 1);
        var totals = new int[50];
        var counts = new int[50];
        for (var replicate = 0; replicate < 4000; replicate++)
        {
            resampler.Draw(replicate, counts);
            for (var row = 0; row < 50; row++)
            {
                totals[row] += counts[row];
            }
        }

        Assert.All(totals, total => Assert.InRange(total, 3600, 4400));
    }
}
