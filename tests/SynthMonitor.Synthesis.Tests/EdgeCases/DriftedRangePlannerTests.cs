using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.EdgeCases;

namespace SynthMonitor.Synthesis.Tests.EdgeCases;

public sealed class DriftedRangePlannerTests
{
    private static readonly NumberCodes Prices = new("price", 0, [10, 20, 30, 40.5]);
    private static readonly NameCodes Cities = new("city", ["Athens", "Bergen"], ["Cork", "Dublin"]);

    [Fact]
    public void Neighbouring_cells_that_gained_become_one_range()
    {
        var edge = Assert.Single(DriftedRangePlanner.Find([Price([0, 0, 0, 0, 0, 25, 25, 25, 25], [0, 0, 0, 0, 0, 10, 40, 40, 10])]));
        Assert.Equal("range:price", edge.Name);
        Assert.Equal("price=10.1..30", edge.Conditions.ToString());
        Assert.Equal(0.3, edge.Weight, 12);
        Assert.Contains("50.0", edge.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_beyond_the_reference_become_open_ranges()
    {
        var edge = Assert.Single(DriftedRangePlanner.Find([Price([0, 0, 0, 0, 0, 25, 25, 25, 25], [0, 0, 30, 30, 0, 10, 10, 10, 10])]));
        Assert.Equal("price=..-0.1,40.6..", edge.Conditions.ToString());
    }

    [Fact]
    public void Names_that_gained_are_listed_and_unseen_ones_are_all_others()
    {
        var listed = Assert.Single(DriftedRangePlanner.Find([City([0, 0, 0, 0, 0, 80, 10, 10], [0, 0, 0, 0, 0, 10, 10, 80])]));
        Assert.Equal("city=Cork,Dublin", listed.Conditions.ToString());
        var unseen = Assert.Single(DriftedRangePlanner.Find([City([0, 0, 0, 0, 0, 80, 10, 10], [0, 0, 0, 0, 70, 10, 10, 10])]));
        Assert.Equal("city=!Athens,Bergen,Cork,Dublin", unseen.Conditions.ToString());
    }

    [Fact]
    public void Missing_values_that_gained_are_part_of_it()
    {
        var edge = Assert.Single(DriftedRangePlanner.Find([Price([0, 0, 0, 0, 0, 25, 25, 25, 25], [40, 0, 0, 0, 0, 15, 15, 15, 15])]));
        Assert.True(Assert.IsType<NumberSet>(edge.Conditions.Conditions[0].Values).WithMissing);
        Assert.Equal("price=", edge.Conditions.ToString());
    }

    [Fact]
    public void Without_a_gain_or_without_rows_there_is_no_case()
    {
        Assert.Empty(DriftedRangePlanner.Find([Price([0, 0, 0, 0, 0, 25, 25, 25, 25], [0, 0, 0, 0, 0, 25, 25, 25, 25])]));
        Assert.Empty(DriftedRangePlanner.Find([Price([0, 0, 0, 0, 0, 25, 25, 25, 25], new long[9])]));
    }

    [Fact]
    public void Rows_of_the_cells_that_gained_are_the_rows_that_meet_the_condition()
    {
        var real = MixedTable.Of(3000);
        var codebook = CodebookFitter.Fit(real, new CodebookOptions(NumberCells: 12));
        var price = codebook.IndexOf("price");
        var counts = new long[2][];
        for (var half = 0; half < 2; half++)
        {
            counts[half] = new long[codebook.Columns[price].Count];
        }

        var codes = codebook.Encode(real)[price].ToArray();
        var values = ((NumberColumn)real["price"]).Values.ToArray();
        for (var row = 0; row < real.Rows; row++)
        {
            counts[0][codes[row]]++;
            counts[1][codes[row]] += values[row] > 25 ? 3 : 1;
        }

        var edge = Assert.Single(DriftedRangePlanner.Find([new(real["price"].Schema, codebook.Columns[price], [.. counts[0]], [.. counts[1]])]));
        var meeting = Enumerable.Range(0, real.Rows).Where(row => edge.Conditions.Matches(real, row)).Select(row => codes[row]).ToHashSet();
        Assert.All(meeting, code => Assert.True(counts[1][code] > counts[0][code]));
        Assert.True(meeting.Count >= 2);
    }

    private static DriftedColumn Price(long[] reference, long[] current) =>
        new(new("price", ColumnKind.Numeric), Prices, [.. reference], [.. current]);

    private static DriftedColumn City(long[] reference, long[] current) =>
        new(new("city", ColumnKind.Categorical), Cities, [.. reference], [.. current]);
}
