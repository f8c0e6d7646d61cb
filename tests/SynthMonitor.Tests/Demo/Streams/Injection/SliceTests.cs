using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams.Injection;

namespace SynthMonitor.Tests.Demo.Streams.Injection;

public sealed class SliceTests
{
    private static readonly Table Rows = new(
    [
        NameColumn.From(new("town", ColumnKind.Categorical), ["Ulm", "Bonn", null, "Köln", "Ulm"]),
        new NumberColumn(new("age", ColumnKind.Integer), [30, 40, Number.Missing, 50, 60]),
    ]);

    [Fact]
    public void Names_mark_the_rows_that_bear_them()
    {
        var slice = new NameSlice("town", ["Ulm", "Köln", "Jena"]);

        Assert.Equal([true, false, false, true, true], slice.Mark(Rows));
        Assert.Equal("town in Ulm, Köln, Jena", slice.ToString());
    }

    [Fact]
    public void A_range_marks_the_rows_from_its_bound_on()
    {
        var slice = new RangeSlice("age", 50);

        Assert.Equal([false, false, false, true, true], slice.Mark(Rows));
        Assert.Equal("age ≥ 50", slice.ToString());
    }
}
