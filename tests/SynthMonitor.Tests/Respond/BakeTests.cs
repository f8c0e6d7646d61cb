using SynthMonitor.Respond;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Respond;

public sealed class BakeTests
{
    private static Bake After(long errors, int epoch = 2, int windows = 4)
    {
        var bake = new Bake(epoch: 2, expectedError: 0.2, blocks: 4);
        for (var block = 0; block < windows; block++)
        {
            bake.Take(Outcomes(epoch, 100 + block, labels: 100, errors));
        }

        return bake;
    }

    [Fact]
    public void It_waits_for_enough_blocks_of_the_epoch_that_followed()
    {
        Assert.Null(After(errors: 0, windows: 3).HasProvedItself);
        Assert.Null(After(errors: 0, epoch: 1).HasProvedItself);
        Assert.True(After(errors: 0).HasProvedItself);
    }

    [Fact]
    public void A_window_that_is_written_again_or_holds_no_labels_counts_once_and_not_at_all()
    {
        var bake = After(errors: 0, windows: 3);
        bake.Take(Outcomes(2, 102, labels: 100, errors: 0));
        bake.Take(Outcomes(2, 103, labels: 0, errors: 0));
        Assert.Null(bake.HasProvedItself);
        bake.Take(Outcomes(2, 104, labels: 100, errors: 0));
        Assert.True(bake.HasProvedItself);
        Assert.Equal(104, bake.LastBlock);
    }

    // 400 labels at an expected error of 0.2 have a standard error of 0.02: up to 0.24 is no disappointment.
    [Theory]
    [InlineData(20, true)]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void It_disappoints_beyond_two_standard_errors(int errorsInHundred, bool expected)
    {
        Assert.Equal(expected, After(errorsInHundred).HasProvedItself);
    }
}
