using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Derived;

namespace SynthMonitor.Drift.Tests.Derived;

public class CentresTests
{
    [Fact]
    public void Groups_that_lie_apart_are_found()
    {
        double[] places = [-10, 0, 10];
        var random = new KeyedRandom(3);
        var vectors = new double[2 * 300];
        for (var row = 0; row < 300; row++)
        {
            (vectors[2 * row], vectors[(2 * row) + 1]) = (places[row % 3] + random.NextNormal(), places[row % 3] + random.NextNormal());
        }

        var centres = Centres.Fit(vectors, 2, 3);
        Assert.All(places, place => Assert.InRange(centres.Distance([place, place]), 0, 0.5));
        Assert.InRange(centres.Distance([5, 5]), 6, 8);
        Assert.Equal(centres.Places, Centres.Fit(vectors, 2, 3).Places);
    }

    [Fact]
    public void One_centre_is_the_mean()
    {
        var centres = Centres.Fit([0, 0, 2, 0, 0, 4, 2, 4], 2, 1);
        Assert.Equal([1, 2], centres.Places);
        Assert.Equal(5, centres.Distance([4, 6]));
    }

    [Fact]
    public void More_centres_than_different_rows_lie_on_the_rows() => Assert.Equal(0, Centres.Fit([1, 1, 1, 1], 1, 3).Distance([1]));
}
