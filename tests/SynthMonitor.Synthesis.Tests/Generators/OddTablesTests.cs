using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Tests.Generators;

public sealed class OddTablesTests
{
    private static readonly double[] Oddities = [double.PositiveInfinity, double.NaN, Number.Missing];

    [Fact]
    public void Constant_missing_infinite_and_single_class_columns_come_back_as_they_were()
    {
        const int Rows = 400;
        double[] Fill(Func<int, double> value) => [.. Enumerable.Range(0, Rows).Select(value)];
        var real = new Table([
            new NumberColumn(new("constant", ColumnKind.Numeric), Fill(_ => 0.1)),
            new NumberColumn(new("empty", ColumnKind.Numeric), Fill(_ => Number.Missing)),
            new NumberColumn(new("odd", ColumnKind.Numeric), Fill(row => row % 4 < 3 ? Oddities[row % 4] : row)),
            NameColumn.From(new("nothing", ColumnKind.Categorical), new string?[Rows]),
            NameColumn.From(new("class", ColumnKind.Categorical, ColumnRole.Target), Enumerable.Repeat("only", Rows)),
        ]);
        var made = CartGenerator.Fit(real).Sample(200, 1);
        Assert.All(((NumberColumn)made["constant"]).Values.ToArray(), value => Assert.Equal(0.1, value));
        Assert.All(Enumerable.Range(0, 200), row => Assert.True(made["empty"].IsMissing(row) && made["nothing"].IsMissing(row)));
        Assert.InRange(TableAssert.Share(made, "odd", double.IsPositiveInfinity), 0.15, 0.35);
        Assert.InRange(TableAssert.Share(made, "odd", Number.IsMissing), 0.15, 0.35);
        Assert.Equal(["only"], ((NameColumn)made["class"]).Names.Take(1));
    }

    [Fact]
    public void One_row_and_no_modelled_column_are_enough()
    {
        Assert.Equal(5, CartGenerator.Fit(MixedTable.Of(1)).Sample(5, 1).Rows);
        var keys = new Table([NameColumn.From(new("id", ColumnKind.Text, ColumnRole.Key), Enumerable.Range(0, 200).Select(row => $"K{row:D5}"))]);
        Assert.Equal(7, CartGenerator.Fit(keys).Sample(7, 1).Rows);
    }

    [Fact]
    public void Names_of_which_most_occur_once_are_made_up_and_many_repeated_ones_are_kept()
    {
        const int Rows = 4000;
        var real = new Table([
            Numbered("code", 1_000_000, Rows),
            Numbered("shop", 700, Rows),
        ]);
        var made = CartGenerator.Fit(real).Sample(2000, 1);
        HashSet<string> Names(Table table, string name) => [.. Enumerable.Range(0, table.Rows).Select(row => ((NameColumn)table[name])[row]!)];
        Assert.Empty(Names(made, "code").Intersect(Names(real, "code")));
        Assert.Subset(Names(real, "shop"), Names(made, "shop"));
        Assert.True(Names(made, "shop").Count > 600);
    }

    private static NameColumn Numbered(string name, int names, int rows) => NameColumn.From(
        new(name, ColumnKind.Categorical), Enumerable.Range(0, rows).Select(row => $"N{new KeyedRandom((ulong)names, (ulong)row).Next(names):D6}"));
}
