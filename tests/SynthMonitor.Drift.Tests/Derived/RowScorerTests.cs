using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Derived;

namespace SynthMonitor.Drift.Tests.Derived;

public class RowScorerTests
{
    [Fact]
    public void The_mahalanobis_distance_is_that_of_the_inverse_covariance()
    {
        var rows = Related.Rows(2000, 1, 0.8);
        var scorer = RowScorer.Fit(rows)!;
        var squares = scorer.Score(rows)[0].Select(distance => distance * distance).ToArray();

        // The mean over the rows that it was fitted on is the trace of the identity, up to the divisor n or n − 1.
        Assert.Equal(3, squares.Average(), 9);
    }

    [Fact]
    public void What_breaks_a_relation_lies_far_out_though_each_value_is_common()
    {
        var scorer = RowScorer.Fit(Related.Rows(2000, 1, 0.95))!;
        var usual = scorer.Score(Row(1, 1, 0));
        var odd = scorer.Score(Row(1, -1, 0));
        var residual = scorer.Names.IndexOf("joint:residual-2");
        Assert.True(residual > 0);
        Assert.True(odd[0][0] > 4 * usual[0][0]);
        Assert.True(odd[residual][0] > 10 * usual[residual][0]);
        Assert.True(odd[^1][0] > usual[^1][0]);
    }

    [Fact]
    public void Values_that_are_no_numbers_or_without_bound_still_give_finite_scores()
    {
        var scorer = RowScorer.Fit(Related.Rows(500, 1, 0.5))!;
        foreach (var value in new[] { double.NaN, Number.Missing, double.PositiveInfinity, double.NegativeInfinity, 1e300 })
        {
            Assert.All(scorer.Score(Row(value, 0, 0)), score => Assert.InRange(score[0], 0, 1e3));
        }
    }

    [Fact]
    public void Columns_that_follow_exactly_from_others_are_no_hindrance()
    {
        var rows = Related.Rows(500, 1, 0.5);
        var doubled = rows.With(new NumberColumn(new("twice", Data.Schemas.ColumnKind.Numeric), [.. ((NumberColumn)rows["a"]).Values.ToArray().Select(value => 2 * value)]));
        Assert.All(RowScorer.Fit(doubled)!.Score(doubled), scores => Assert.All(scores, score => Assert.True(double.IsFinite(score))));
    }

    [Fact]
    public void One_column_that_varies_has_no_company() =>
        Assert.Null(RowScorer.Fit(Simulated.Mixed(500, 1)));

    private static Table Row(double a, double b, double c)
    {
        NumberColumn Column(string name, double value) => new(new(name, Data.Schemas.ColumnKind.Numeric), [value]);
        return new([Column("a", a), Column("b", b), Column("c", c)]);
    }
}
