using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Tests.Comparisons;

public sealed class ComparisonTests
{
    [Fact]
    public void Samples_of_one_distribution_are_called_drifted_at_most_as_often_as_the_level_says()
    {
        const int trials = 80;
        var (anything, jointly, small) = (0, 0, 0);
        for (ulong trial = 0; trial < trials; trial++)
        {
            var comparison = Comparison.Of(Reference.From(Rows(600, 2 * trial)), Rows(600, (2 * trial) + 1));
            anything += comparison.Columns.Any(column => column.AdjustedPValue.Value <= Comparison.Level) || comparison.Joint.AdjustedPValue.Value <= Comparison.Level ? 1 : 0;
            jointly += comparison.Joint.Test.PValue.Value <= 0.1 ? 1 : 0;
            small += comparison.Columns[0].Test.PValue.Value <= 0.1 ? 1 : 0;
        }

        Assert.InRange(anything, 0, 10);
        Assert.InRange(jointly, 1, 18);
        Assert.InRange(small, 1, 18);
    }

    [Fact]
    public void A_shifted_column_is_found_and_the_others_are_not()
    {
        var comparison = Comparison.Of(Reference.From(Rows(3000, 1)), Rows(3000, 2, shift: 0.4));
        Assert.Equal([true, false, false], comparison.Columns.Select(column => column.IsDrifted));
        Assert.True(comparison.IsDrifted);
        Assert.Equal("w1/sigma", comparison.Columns[0].Effect.Name);
        Assert.InRange(comparison.Columns[0].Effect.Value, 0.3, 0.5);
        Assert.InRange(comparison.Columns[0].Distance.Value!.Value, 0.1, 0.25);
    }

    [Fact]
    public void Dependence_that_changed_while_the_columns_did_not_is_found_jointly()
    {
        var comparison = Comparison.Of(Reference.From(Rows(3000, 1)), Rows(3000, 2, slope: -1));
        Assert.DoesNotContain(comparison.Columns, column => column.IsDrifted);
        Assert.True(comparison.Joint.IsDrifted);
    }

    [Fact]
    public void Significance_alone_is_not_drift()
    {
        var comparison = Comparison.Of(Reference.From(Rows(60_000, 1)), Rows(60_000, 2, shift: 0.04));
        Assert.True(comparison.Columns[0].AdjustedPValue.Value < Comparison.Level);
        Assert.False(comparison.Columns[0].IsDrifted);
    }

    [Fact]
    public void Missing_and_unseen_values_are_shares()
    {
        var reference = Reference.From(Rows(1000, 1));
        var current = Rows(1000, 2);
        var names = (NameColumn)current["name"];
        var changed = NameColumn.From(names.Schema, Enumerable.Range(0, 1000).Select(row => row < 100 ? null : row < 150 ? "new" : names[row]));
        var column = Comparison.Of(reference, current.With(changed)).Columns[2];
        Assert.Equal((0, 0.1, 0.05), (column.MissingReference, column.MissingCurrent, column.Unseen));
        Assert.True(column.IsDrifted);
    }

    [Fact]
    public void Many_rare_names_are_no_drift()
    {
        static Table Rare(ulong seed)
        {
            var random = new KeyedRandom(seed);
            return new Table([NameColumn.From(new ColumnSchema("tail", ColumnKind.Categorical), Enumerable.Range(0, 2000).Select(_ => $"n{random.Next(4000)}").ToArray())]);
        }

        Assert.All(Enumerable.Range(0, 8), trial =>
            Assert.False(Comparison.Of(Reference.From(Rare((ulong)trial)), Rare((ulong)trial + 100)).IsDrifted));
    }

    [Fact]
    public void Constant_columns_have_no_test_and_no_part_in_the_correction()
    {
        var constant = new NumberColumn(new ColumnSchema("same", ColumnKind.Integer), [.. Enumerable.Repeat(7.0, 500)]);
        var comparison = Comparison.Of(Reference.From(Rows(500, 1).With(constant)), Rows(500, 2).With(constant));
        Assert.Equal("all rows lie in one cell", comparison.Columns[3].Test.PValue.Reason);
        Assert.False(comparison.Columns[3].AdjustedPValue.IsDefined);
        Assert.False(comparison.IsDrifted);
    }

    [Fact]
    public void A_column_that_the_sample_lacks_is_left_out() =>
        Assert.Equal(["x", "name"], Comparison.Of(Reference.From(Rows(500, 1)), Rows(500, 2).Without("y")).Columns.Select(column => column.Column.Name));

    /// <summary>x is normal, y = slope · x + noise, name is one of four.</summary>
    private static Table Rows(int rows, ulong seed, double shift = 0, double slope = 1)
    {
        var random = new KeyedRandom(seed, 7);
        var (x, y, names) = (new double[rows], new double[rows], new string[rows]);
        for (var row = 0; row < rows; row++)
        {
            x[row] = random.NextNormal();
            y[row] = (slope * x[row]) + random.NextNormal();
            x[row] += shift;
            names[row] = $"n{random.Next(4)}";
        }

        return new Table([
            new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), x),
            new NumberColumn(new ColumnSchema("y", ColumnKind.Numeric), y),
            NameColumn.From(new ColumnSchema("name", ColumnKind.Categorical), names)]);
    }
}
