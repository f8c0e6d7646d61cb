using CsCheck;
using SynthMonitor.Drift.Comparisons;

namespace SynthMonitor.Drift.Tests.Comparisons;

/// <summary>Cells that treat both samples alike.</summary>
public sealed class TestedCellsTests
{
    private static readonly Gen<double[]> Values = Gen.OneOf(Gen.Double[-3, 3], Gen.Int[-3, 3].Select(value => (double)value)).Array[1, 200];

    [Fact]
    public void Every_row_is_in_one_cell() => Gen.Select(Values, Values, Gen.Int[0, 20], Gen.Int[0, 20]).Sample((first, second, odd, oddCurrent) =>
    {
        var cells = Of(first, odd, second, oddCurrent);
        Assert.Equal((first.Length + odd, second.Length + oddCurrent), (cells.Reference.Sum(), cells.Current.Sum()));
        Assert.Equal((odd, oddCurrent), (cells.Reference[0], cells.Current[0]));
        Assert.InRange(cells.Reference.Length, 2, 33);
    });

    [Fact]
    public void Samples_that_change_places_change_columns_and_nothing_else() => Gen.Select(Values, Values).Sample((first, second) =>
    {
        var (one, other) = (Of(first, 0, second, 0), Of(second, 0, first, 0));
        Assert.Equal(one.Reference, other.Current);
        Assert.Equal(one.Current, other.Reference);
    });

    [Fact]
    public void Equal_values_are_never_cut_apart()
    {
        var cells = Of([.. Enumerable.Repeat(1.0, 500)], 0, [.. Enumerable.Repeat(1.0, 500)], 0);
        Assert.Equal([0, 500], cells.Reference);
        Assert.Equal([0, 500], cells.Current);
    }

    [Fact]
    public void Cells_of_a_codebook_hold_enough_of_the_reference()
    {
        long[] reference = [3, 0, 0, 20, 20, 20, 40, 40, 60, 0], current = [1, 0, 2, 10, 10, 10, 20, 20, 30, 5];
        var cells = TestedCells.Ordered(reference, current);
        Assert.Equal((reference.Sum(), current.Sum()), (cells.Reference.Sum(), cells.Current.Sum()));
        Assert.All(cells.Reference.Skip(2), count => Assert.True(count >= 50));
    }

    private static TestedCells Of(double[] first, int odd, double[] second, int oddCurrent) => TestedCells.Ordered(
        first.Order().ToArray(), first.Length + odd, second.Order().ToArray(), second.Length + oddCurrent);
}
