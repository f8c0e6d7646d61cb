using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Constraints;
using SynthMonitor.Synthesis.Generators;
using SynthMonitor.Synthesis.Tests.Constraints;

namespace SynthMonitor.Synthesis.Tests.Sequential;

public sealed class RowCompleterTests
{
    private static readonly Table Real = MixedTable.Of(5000);
    private static readonly IGenerator Generator = TreeGenerator.Fit(Real);

    [Fact]
    public void Given_cells_stay_and_empty_ones_are_filled()
    {
        var partial = WithHoles(MixedTable.Of(600, seed: 4), "city", "price", "discount", "label", "note");
        var filled = Generator.Complete(partial, 1);
        Assert.Equal(Real.Schema, filled.Schema);
        foreach (var column in partial.Columns)
        {
            for (var row = 0; row < partial.Rows; row++)
            {
                Assert.False(filled[column.Name].IsMissing(row));
                if (!column.IsMissing(row))
                {
                    Assert.Equal(TableAssert.Text(new Table([column.Take([row])])), TableAssert.Text(new Table([filled[column.Name].Take([row])])));
                }
            }
        }
    }

    [Fact]
    public void Filled_cells_follow_from_the_given_ones_before_and_behind()
    {
        // The price decides the city, which comes before it, almost surely.
        var truth = MixedTable.Of(1000, seed: 5);
        var hidden = truth.With(NameColumn.From(truth["city"].Schema, Enumerable.Repeat<string?>(null, 1000)));
        var filled = (NameColumn)Generator.Complete(hidden, 1)["city"];
        var known = Enumerable.Range(0, 1000).Where(row => !truth["city"].IsMissing(row)).ToArray();
        Assert.InRange(known.Average(row => filled[row] == ((NameColumn)truth["city"])[row] ? 1.0 : 0.0), 0.75, 1);
    }

    [Fact]
    public void Threads_never_matter_and_seeds_do()
    {
        var partial = WithHoles(MixedTable.Of(400, seed: 4), "price", "label");
        TableAssert.Equal(Generator.Complete(partial, 1, threads: 1), Generator.Complete(partial, 1, threads: 8));
        Assert.NotEqual(TableAssert.Text(Generator.Complete(partial, 1)), TableAssert.Text(Generator.Complete(partial, 2)));
    }

    [Fact]
    public void Filled_rows_meet_the_constraints_and_rows_that_cannot_are_named()
    {
        var real = ConstraintSetTests.Orders(3000);
        var constraints = ConstraintSet.Parse(real.Schema, ["ordered <= shipped", "net + tax = gross", "combinations country, city"]);
        var generator = TreeGenerator.Fit(real, new() { Constraints = constraints });
        var partial = WithHoles(real.Slice(0, 500).Without("code"), "ordered", "gross", "city");
        var filled = generator.Complete(partial, 1);
        Assert.All(constraints.Constraints, constraint => Assert.Equal(0, constraint.Violations(filled)));
        var wrong = real.Slice(0, 3).With(new NumberColumn(real["gross"].Schema, [1e6, 1e6, 1e6]));
        Assert.Contains("line 1", Assert.Throws<InputException>(() => generator.Complete(wrong, 1)).Message, StringComparison.Ordinal);
    }

    /// <summary>The table without every third cell of some columns.</summary>
    private static Table WithHoles(Table table, params string[] names)
    {
        foreach (var (name, index) in names.Select((name, index) => (name, index)))
        {
            bool IsHole(int row) => new KeyedRandom(3, (ulong)row, (ulong)index).Next(3) == 0;
            table = table.With(table[name] is NumberColumn numbers
                ? new NumberColumn(numbers.Schema, [.. numbers.Values.ToArray().Select((value, row) => IsHole(row) ? Number.Missing : value)])
                : NameColumn.From(table[name].Schema, Enumerable.Range(0, table.Rows).Select(row => IsHole(row) ? null : ((NameColumn)table[name])[row])));
        }

        return table;
    }
}
