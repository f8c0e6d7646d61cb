using System.Collections.Immutable;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Tests.Comparisons;

public sealed class RankCorrelationChangeTests
{
    [Fact]
    public void A_relation_that_turns_round_is_found_with_both_correlations()
    {
        var changes = Compare(Rows(2000, 1, slope: 1), Rows(1500, 2, slope: -1));
        Assert.Equal(("x", "y"), (changes[0].First, changes[0].Second));
        // Of normal variables with correlation r = ±1/√2 it is 6/π · asin(r/2) = ±0.690.
        Assert.InRange(changes[0].Reference, 0.66, 0.72);
        Assert.InRange(changes[0].Current, -0.72, -0.66);
        Assert.True(changes[0].AdjustedPValue < 1e-6);
        Assert.All(changes.Skip(1), change => Assert.True(change.AdjustedPValue > 0.01));
        Assert.Equal(3, changes.Length);
    }

    [Fact]
    public void Relations_that_stay_are_called_changed_as_seldom_as_the_level_says() =>
        Assert.InRange(Enumerable.Range(0, 60).Count(trial =>
            Compare(Rows(400, (ulong)(2 * trial)), Rows(300, (ulong)(2 * trial) + 1))[0].AdjustedPValue <= Comparison.Level), 0, 8);

    [Fact]
    public void A_perfect_relation_that_stays_is_no_change()
    {
        static Table Twice(ulong seed)
        {
            var rows = Rows(300, seed);
            return rows.With(new NumberColumn(new ColumnSchema("y", ColumnKind.Numeric), ((NumberColumn)rows["x"]).Values.ToArray()));
        }

        var change = Compare(Twice(1), Twice(2)).Single(pair => pair is { First: "x", Second: "y" });
        Assert.Equal((1, 1), (Math.Round(change.Reference, 6), Math.Round(change.Current, 6)));
        Assert.True(change.AdjustedPValue > 0.5);
    }

    [Fact]
    public void Names_constants_and_columns_without_values_have_no_correlation()
    {
        var constant = new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [.. Enumerable.Repeat(1.0, 200)]);
        var missing = new NumberColumn(new ColumnSchema("z", ColumnKind.Numeric), [.. Enumerable.Repeat(Number.Missing, 200)]);
        Assert.Empty(Compare(Rows(200, 1), Rows(200, 2).With(constant).With(missing)));
    }

    private static ImmutableArray<RankCorrelationChange> Compare(Table before, Table now)
    {
        var reference = Reference.From(before);
        return RankCorrelationChange.Of(reference.Codebook, reference.Codes, reference.Codebook.Encode(now), Enumerable.Range(0, reference.Codebook.Columns.Length));
    }

    /// <summary>x and z are normal, y = slope · x + noise, name is one of four.</summary>
    private static Table Rows(int rows, ulong seed, double slope = 1)
    {
        var random = new KeyedRandom(seed, 7);
        var (x, y, z, names) = (new double[rows], new double[rows], new double[rows], new string[rows]);
        for (var row = 0; row < rows; row++)
        {
            (x[row], z[row], names[row]) = (random.NextNormal(), random.NextNormal(), $"n{random.Next(4)}");
            y[row] = (slope * x[row]) + random.NextNormal();
        }

        return new Table([
            new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), x),
            new NumberColumn(new ColumnSchema("y", ColumnKind.Numeric), y),
            new NumberColumn(new ColumnSchema("z", ColumnKind.Numeric), z),
            NameColumn.From(new ColumnSchema("name", ColumnKind.Categorical), names)]);
    }
}
