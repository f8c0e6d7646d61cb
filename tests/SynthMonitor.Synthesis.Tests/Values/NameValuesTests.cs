using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Tests.Values;

public sealed class NameValuesTests
{
    private static readonly ColumnSchema Schema = new("name", ColumnKind.Categorical);
    private static readonly NameColumn Column =
        NameColumn.From(Schema, [.. Repeat("a", 50), .. Repeat("b", 20), .. Repeat("c", 6), .. Repeat("d", 3), "e", null]);

    [Fact]
    public void Rare_names_are_drawn_as_often_as_they_occurred()
    {
        var values = Fit();
        var sink = values.NewSink(Schema, 1000);
        for (var row = 0; row < 1000; row++)
        {
            sink.Set(row, Code.First + 2, (row + 0.5) / 1000);
        }

        var drawn = (NameColumn)sink.ToColumn();
        Assert.Equal(600, Enumerable.Range(0, 1000).Count(row => drawn[row] == "c"));
        Assert.Equal(300, Enumerable.Range(0, 1000).Count(row => drawn[row] == "d"));
        Assert.Equal(100, Enumerable.Range(0, 1000).Count(row => drawn[row] == "e"));
    }

    [Fact]
    public void Allowed_positions_are_those_of_allowed_names()
    {
        var values = Fit();
        var allowed = values.Allowed(new NameSet(["b", "d", "z"], withMissing: true));
        Assert.Equal([1, 0, 0, 0, 0, 0, 1], allowed.Take(7).Select(set => set.Length));
        Assert.Equal(0.3, allowed[7].Length, 12);
        allowed = values.Allowed(new NameSet(["a", "c"], isExcluding: true));
        Assert.Equal([0, 0, 0, 0, 0, 0, 1], allowed.Take(7).Select(set => set.Length));
        Assert.Equal(0.4, allowed[7].Length, 12);
    }

    private static NameValues Fit()
    {
        var table = new Table([Column]);
        var codebook = CodebookFitter.Fit(table, new CodebookOptions(NameCells: 3));
        return NameValues.Fit((NameCodes)codebook.Columns[0], Column, codebook.Encode(table)[0]);
    }

    private static IEnumerable<string?> Repeat(string name, int count) => Enumerable.Repeat(name, count);
}
