using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Detectors;

namespace SynthMonitor.Drift.Tests.Detectors;

public class AdwinTests
{
    [Fact]
    public void Says_what_the_mean_was_before_the_change()
    {
        var adwin = new Adwin();
        Assert.False(adwin.Mean.IsDefined);
        Feed(adwin, 0.1, 2000);
        Assert.False(adwin.MeanBefore.IsDefined);
        Assert.InRange(adwin.Mean.Value!.Value, 0.07, 0.13);
        FeedUntilDrift(adwin, 0.5);
        Assert.InRange(adwin.MeanBefore.Value!.Value, 0.07, 0.13);
    }

    [Fact]
    public void After_a_change_the_window_begins_anew_or_keeps_its_newer_part()
    {
        var (anew, keeping) = (new Adwin(), new Adwin(new AdwinOptions(KeepsNewer: true)));
        foreach (var adwin in new[] { anew, keeping })
        {
            Feed(adwin, 0.1, 2000);
            FeedUntilDrift(adwin, 0.5);
        }

        Assert.Equal(anew.Width, keeping.Width);
        anew.Update(1);
        keeping.Update(1);
        Assert.Equal(1, anew.Width);
        Assert.InRange(keeping.Width, 33, 2000);
        Assert.False(keeping.MeanBefore.IsDefined);
    }

    private static void Feed(Adwin adwin, double rate, int count)
    {
        var random = new KeyedRandom(3);
        for (var index = 0; index < count; index++)
        {
            adwin.Update(random.NextDouble() < rate ? 1 : 0);
        }
    }

    private static void FeedUntilDrift(Adwin adwin, double rate)
    {
        var random = new KeyedRandom(4);
        for (var index = 0; index < 1000 && !adwin.IsDrift; index++)
        {
            adwin.Update(random.NextDouble() < rate ? 1 : 0);
        }

        Assert.True(adwin.IsDrift);
    }
}
