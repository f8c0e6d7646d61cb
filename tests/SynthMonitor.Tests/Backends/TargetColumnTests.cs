using SynthMonitor.Backends;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Tests.Backends;

public sealed class TargetColumnTests
{
    private static double[] Numbers(ColumnKind kind, string? format, params string?[] labels) =>
        ((NumberColumn)TargetColumn.Of(new ColumnSchema("y", kind, ColumnRole.Target, format), labels)).Values.ToArray();

    [Fact]
    public void Names_stay_names()
    {
        var column = Assert.IsType<NameColumn>(TargetColumn.Of(new ColumnSchema("y", ColumnKind.Categorical, ColumnRole.Target), ["yes", null, "no"]));
        Assert.Equal(["yes", null, "no"], Enumerable.Range(0, 3).Select(row => column[row]));
    }

    [Fact]
    public void Numbers_are_read_in_the_invariant_culture_and_what_is_none_is_missing() =>
        Assert.Equal([1, 0.5, double.NaN, double.NaN], Numbers(ColumnKind.Numeric, null, "1", "0.5", "many", null));

    [Fact]
    public void Booleans_are_read_in_the_columns_own_words_and_as_numbers()
    {
        Assert.Equal([0, 1, double.NaN], Numbers(ColumnKind.Boolean, "no|yes", "no", "yes", "maybe"));
        Assert.Equal([0, 1, 1, 0], Numbers(ColumnKind.Boolean, null, "false", "true", "1", "0"));
    }
}
