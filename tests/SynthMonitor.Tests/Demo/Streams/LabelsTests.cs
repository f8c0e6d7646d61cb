using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams;

namespace SynthMonitor.Tests.Demo.Streams;

public sealed class LabelsTests
{
    [Fact]
    public void Are_true_where_the_name_is_the_positive_one()
    {
        var table = new Table([NameColumn.From(new("y", ColumnKind.Categorical), ["no", "yes", "no"])]);

        Assert.Equal([false, true, false], Labels.Of(table, "y", "yes"));
        Assert.Equal([true, false, true], Labels.Of(table, "y", "no"));
        Assert.Equal([false, false, false], Labels.Of(table, "y", "elsewhere"));
    }
}
