using SynthMonitor.Backends;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Tests.Backends;

public sealed class JoinedRowsTests
{
    private static readonly JoinedRows Rows = new(
        new Table([new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [1, 2, 3])]), [10, 20, 30], [0.1, 0.2, 0.3], ["a", "b", "a"], ["1", null, "0"]);

    [Fact]
    public void Some_rows_keep_everything_that_belongs_to_them()
    {
        var taken = Rows.Take(Rows.Where(row => Rows.Labels[row] is not null));
        Assert.Equal([1, 3], ((NumberColumn)taken.Features["x"]).Values.ToArray());
        Assert.Equal([10L, 30L], taken.Times);
        Assert.Equal([0.1, 0.3], taken.Scores);
        Assert.Equal(["1", "0"], taken.Labels);
    }

    [Fact]
    public void A_champion_is_judged_by_its_own_scores_alone()
    {
        Assert.Equal([0.1, double.NaN, 0.3], Rows.ScoresOf("a"));
        Assert.Equal([0.1, 0.2, 0.3], Rows.ScoresOf(null));
    }
}
