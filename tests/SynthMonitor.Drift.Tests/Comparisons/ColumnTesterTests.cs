using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Tests.Comparisons;

/// <summary>How a column is tested: what is asked for, and what the reference allows.</summary>
public sealed class ColumnTesterTests
{
    public static TheoryData<string> Names => [.. ColumnTests.ByName.Keys.Where(name => name != "ignore")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_test_finds_a_great_change_and_says_what_it_was(string name)
    {
        var test = ColumnTests.ByName[name];
        var column = Comparison.Of(Reference.From(Rows(800, 1), Asking("x", new(test))), Rows(800, 2, shift: 1, scale: 2)).Columns.Single(one => one.Column.Name == "x");
        Assert.True(column.IsDrifted, name);
        Assert.True(column.Test.Statistic.IsDefined);
        Assert.Equal(name == "auto" ? ColumnTest.AndersonDarling : test, column.Method.Measure);
        Assert.Equal(test is not (ColumnTest.G or ColumnTest.ChiSquared), column.Method.IsOnValues);
    }

    [Fact]
    public void Without_values_a_test_of_values_gives_way_to_G()
    {
        var options = Asking("x", new(ColumnTest.KolmogorovSmirnov)) with { KeepsValues = false };
        var column = Comparison.Of(Reference.From(Rows(800, 1), options), Rows(800, 2)).Columns[0];
        Assert.Equal(new ColumnMethod(ColumnTest.G, ColumnTest.G, false), column.Method);
    }

    [Fact]
    public void Few_different_values_are_tested_on_cells_and_names_always()
    {
        var columns = Comparison.Of(Reference.From(Rows(800, 1)), Rows(800, 2)).Columns;
        Assert.Equal([ColumnTest.AndersonDarling, ColumnTest.G, ColumnTest.G], columns.Select(column => column.Method.Significance));
    }

    [Fact]
    public void An_ignored_column_is_in_no_part_of_the_comparison()
    {
        var reference = Reference.From(Rows(800, 1), Asking("x", new(ColumnTest.Ignore)));
        var (moved, still) = (Comparison.Of(reference, Rows(800, 2, shift: 5)), Comparison.Of(reference, Rows(800, 2)));
        Assert.Equal(["few", "name"], moved.Columns.Select(column => column.Column.Name));
        Assert.Equal(still.Columns, moved.Columns);
        Assert.Equal(still.Joint, moved.Joint);
    }

    [Fact]
    public void Thresholds_and_floors_are_kept()
    {
        Assert.True(Drifts(new()));
        Assert.False(Drifts(new(Threshold: 1e-9)));
        Assert.False(Drifts(new(Floor: 0.5)));
        Assert.True(Drifts(new(ColumnTest.PopulationStability, Threshold: 0.01)));
        Assert.False(Drifts(new(ColumnTest.PopulationStability, Threshold: 0.5)));

        static bool Drifts(ColumnTestChoice choice) =>
            Comparison.Of(Reference.From(Rows(800, 1), Asking("x", choice)), Rows(800, 2, shift: 0.25)).Columns[0].IsDrifted;
    }

    [Fact]
    public void A_test_of_numbers_is_refused_for_names() => Assert.Contains(
        "'ks' for 'name'", Assert.Throws<InputException>(() => Reference.From(Rows(800, 1), Asking("name", new(ColumnTest.KolmogorovSmirnov)))).Message);

    [Fact]
    public void Missing_values_are_found_beside_values_that_did_not_move()
    {
        var current = Rows(800, 2);
        double[] values = [.. ((NumberColumn)current["x"]).Values.ToArray().Select((value, row) => row % 10 == 0 ? Number.Missing : value)];
        var column = Comparison.Of(Reference.From(Rows(800, 1)), current.With(new NumberColumn(current["x"].Schema, values))).Columns[0];
        Assert.True(column.Method.IsOnValues && column.IsDrifted);
        Assert.InRange(column.Test.PValue.Value!.Value, 0, 1e-10);
    }

    [Fact]
    public void Values_and_choices_survive_the_file_and_the_digest_does_not_depend_on_them()
    {
        var reference = Reference.From(Rows(800, 1), Asking("x", new(ColumnTest.Welch, 0.01, 0.2)));
        var read = ReferenceFormat.FromBytes(ReferenceFormat.ToBytes(reference));
        Assert.Equal(reference.Values[0]!.Value, read.Values[0]!.Value);
        Assert.Equal(reference.Values.RarerNames(2)!.Value, read.Values.RarerNames(2)!.Value);
        Assert.Equal(reference.Tests, read.Tests);
        var without = ReferenceFormat.FromBytes(ReferenceFormat.ToBytes(reference.ForCounts()));
        Assert.Null(without.Values[0]);
        Assert.Equal(reference.Digest, without.Digest);
    }

    private static ReferenceOptions Asking(string column, ColumnTestChoice choice) => new(Tests: new Dictionary<string, ColumnTestChoice> { [column] = choice });

    /// <summary>x is normal, few one of four numbers, name one of four names.</summary>
    private static Table Rows(int rows, ulong seed, double shift = 0, double scale = 1)
    {
        var random = new KeyedRandom(seed, 11);
        var (x, few, names) = (new double[rows], new double[rows], new string[rows]);
        for (var row = 0; row < rows; row++)
        {
            x[row] = (scale * random.NextNormal()) + shift;
            few[row] = random.Next(4);
            names[row] = $"n{random.Next(4)}";
        }

        return new Table([
            new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), x),
            new NumberColumn(new ColumnSchema("few", ColumnKind.Integer), few),
            NameColumn.From(new ColumnSchema("name", ColumnKind.Categorical), names)]);
    }
}
