using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.EdgeCases;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Tests.EdgeCases;

public sealed class RecentEdgeCasesTests
{
    private static readonly Table Recent = Samples.Loans(800, 2, isReversed: true);

    [Fact]
    public void Rows_are_made_where_the_champion_errs()
    {
        var champion = Samples.Train(Samples.Loans(800, 1));
        var made = Make(champion.Predict(Recent));
        Assert.Equal(400, made.Rows);
        Assert.Equal(Recent.Schema.Columns.Select(column => column.Name), made.Schema.Columns.Select(column => column.Name));
        var colours = (NameColumn)made["colour"];
        Assert.True(Enumerable.Range(0, 400).Count(row => colours[row] == "red") > 300);
        Assert.DoesNotContain(double.NaN, Outcomes.Of(Samples.Task, made));
    }

    [Fact]
    public void Without_the_champions_scores_rows_follow_the_recent_ones()
    {
        var made = Make(new Predictions([.. Enumerable.Repeat(double.NaN, 800)]));
        var colours = (NameColumn)made["colour"];
        Assert.InRange(Enumerable.Range(0, 400).Count(row => colours[row] == "red"), 90, 180);
    }

    [Fact]
    public void Rows_without_an_outcome_are_not_learnt_from()
    {
        var unlabelled = Recent.With(NameColumn.From(Recent["label"].Schema, Enumerable.Repeat<string?>(null, 800)));
        Assert.Throws<InputException>(() => Make(new Predictions(new double[800]), unlabelled));
    }

    private static Table Make(Predictions champion, Table? recent = null) =>
        RecentEdgeCases.Make(new EdgeCaseInput(Samples.Task, recent ?? Recent, champion, 1), [], 400, TestContext.Current.CancellationToken).Table;
}
