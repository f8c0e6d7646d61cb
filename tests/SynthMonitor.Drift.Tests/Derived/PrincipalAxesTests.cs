using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Derived;

namespace SynthMonitor.Drift.Tests.Derived;

public class PrincipalAxesTests
{
    private const int Dimensions = 3;

    [Fact]
    public void Axes_are_unit_vectors_at_right_angles_by_falling_variance()
    {
        var axes = PrincipalAxes.Fit(Vectors(), Dimensions);
        Assert.Equal(axes.Variances.OrderDescending(), axes.Variances);
        for (var one = 0; one < Dimensions; one++)
        {
            for (var other = 0; other < Dimensions; other++)
            {
                var product = Enumerable.Range(0, Dimensions).Sum(i => axes.Axes[(one * Dimensions) + i] * axes.Axes[(other * Dimensions) + i]);
                Assert.Equal(one == other ? 1 : 0, product, 9);
            }
        }
    }

    [Fact]
    public void Places_along_an_axis_have_its_variance()
    {
        var vectors = Vectors();
        var axes = PrincipalAxes.Fit(vectors, Dimensions);
        var (squares, places) = (new double[Dimensions], new double[Dimensions]);
        for (var row = 0; row < vectors.Length / Dimensions; row++)
        {
            axes.Project(vectors.AsSpan(row * Dimensions, Dimensions), places);
            squares = [.. squares.Zip(places, (square, place) => square + (place * place))];
        }

        Assert.All(squares.Zip(axes.Variances), pair => Assert.Equal(pair.Second, pair.First / (vectors.Length / Dimensions), 9));
    }

    [Fact]
    public void Shares_of_the_variance_are_held_by_as_few_axes_as_can()
    {
        var axes = new PrincipalAxes([.. new double[9]], [6, 3, 1]);
        Assert.Equal([0, 1, 1, 2, 2, 3], new[] { 0, 0.1, 0.6, 0.61, 0.9, 1 }.Select(axes.Holding));
    }

    [Fact]
    public void An_axis_along_which_nothing_varies_keeps_some_variance()
    {
        var axes = PrincipalAxes.Fit([1, 1, -1, -1, 2, 2, -2, -2], 2);
        Assert.Equal(axes.Variances[0] / 2 * 1e-3, axes.Variances[1], 9);
    }

    private static double[] Vectors()
    {
        var random = new KeyedRandom(5);
        var vectors = new double[Dimensions * 500];
        for (var start = 0; start < vectors.Length; start += Dimensions)
        {
            var (a, b, c) = (random.NextNormal(), random.NextNormal(), random.NextNormal());
            (vectors[start], vectors[start + 1], vectors[start + 2]) = (a, (0.8 * a) + (0.6 * b), 2 * c);
        }

        return vectors;
    }
}
