using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.EdgeCases;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Recipes;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Tournaments;

namespace SynthMonitor.Learning.Tests.Tournaments;

public sealed class TournamentTests
{
    private static readonly TournamentInput Reversed = new()
    {
        Task = Samples.Task,
        Old = Samples.Loans(600, 1),
        Recent = Samples.Loans(500, 2, isReversed: true),
        Seed = 3,
    };

    [Fact]
    public void A_reversed_rule_promotes_the_model_that_was_judged()
    {
        var result = Run(Reversed);
        Assert.Equal(Verdict.Promote, result.Verdict);
        Assert.Equal(new HoldoutRange(300, 200, 200), result.Holdout);
        Assert.Equal(Recipe.All.Count - 1, result.Recipes.Length);
        var winner = result.Recipes.Single(recipe => recipe.Name == result.Winner);
        var latest = Reversed.Recent.Slice(300, 200);
        Assert.Equal(winner.Auc, Metrics.Of(Metric.Auc, Samples.Task, Outcomes.Of(Samples.Task, latest), result.Model!.Predict(latest)));
        Assert.True(winner.Auc > result.Champion.Auc);
        Assert.Equal(new SyntheticResult(false, "no synthetic rows"), result.Synthetic);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result()
    {
        var (first, second) = (Run(Reversed), Run(Reversed));
        Assert.Equal(first.Model!.Digest, second.Model!.Digest);
        Assert.Equal(first.Reasons, second.Reasons);
    }

    [Fact]
    public void Without_a_change_the_champion_stays()
    {
        var result = Run(Reversed with { Recent = Samples.Loans(500, 2) });
        Assert.NotEqual(Verdict.Promote, result.Verdict);
        Assert.Equal(Recipe.Keep, result.Winner);
        Assert.Null(result.Model);
    }

    [Fact]
    public void The_champion_may_be_known_by_its_logged_scores_alone()
    {
        var champion = Samples.Train(Reversed.Old);
        var logged = new Predictions(champion.Score(Reversed.Recent));
        logged.Values[499] = double.NaN;
        var result = Run(Reversed with { ChampionScores = logged });
        Assert.Equal(199, result.Holdout.Judged);
        Assert.Equal(Verdict.Promote, result.Verdict);
        Assert.Equal(Run(Reversed with { Champion = champion }).Winner, result.Winner);
    }

    [Fact]
    public void Edge_cases_are_made_from_rows_before_the_holdout_and_never_judged_on()
    {
        EdgeCaseInput? seen = null;
        var result = Run(Reversed with { EdgeCases = (input, _) =>
        {
            seen = input;
            return Samples.Loans(250, 9, isReversed: true);
        } });
        Assert.Equal(300, seen!.Recent.Rows);
        Assert.Equal(300, seen.Champion.Rows);
        Assert.Equal(((NumberColumn)Reversed.Recent["number"]).Values[..300], ((NumberColumn)seen.Recent["number"]).Values);
        Assert.Equal(250, result.Recipes.Single(recipe => recipe.Name.EndsWith("synthetic", StringComparison.Ordinal)).SyntheticRows);
        Assert.Equal(200, result.Holdout.Judged);
        Assert.Contains("250 synthetic rows", result.Synthetic.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_beyond_the_old_ones_and_another_order_do_no_harm()
    {
        var recent = new Table([.. Reversed.Recent.Columns.Reverse(), Samples.Numbers("score", ColumnKind.Numeric, new double[500])]);
        Assert.Equal(Run(Reversed).Reasons, Run(Reversed with { Recent = recent }).Reasons);
    }

    [Fact]
    public void A_time_budget_that_is_spent_trains_no_further_recipe()
    {
        var result = Run(Reversed with { TimeBudget = TimeSpan.Zero });
        Assert.Empty(result.Recipes);
        Assert.NotEqual(Verdict.Promote, result.Verdict);
        Assert.Contains("the time budget left no time for", result.Reasons[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_tells_each_recipe()
    {
        var steps = new Steps();
        new Tournament(Samples.Trainer).Run(Reversed, steps, TestContext.Current.CancellationToken);
        Assert.Equal(Recipe.All.Select(recipe => recipe.Name), steps.Seen.Where(step => step.Step == "training").Select(step => step.Recipe));
        Assert.Equal("judging", steps.Seen[^1].Step);
    }

    [Fact]
    public void It_can_be_cancelled() => Assert.ThrowsAny<OperationCanceledException>(
        () => new Tournament(Samples.Trainer).Run(Reversed, null, new CancellationToken(canceled: true)));

    [Fact]
    public void A_column_that_recent_rows_lack_is_named()
    {
        var fault = Assert.Throws<InputException>(() => Run(Reversed with { Recent = Reversed.Recent.Without("amount") }));
        Assert.Equal("amount", fault.Column);
    }

    [Fact]
    public void A_column_of_another_kind_is_named()
    {
        var fault = Assert.Throws<InputException>(() => Run(Reversed with { Recent = Reversed.Recent.With(Samples.Names("amount", new string?[500])) }));
        Assert.Equal("amount", fault.Column);
    }

    [Fact]
    public void Logged_scores_for_other_rows_are_refused() =>
        Assert.Throws<InputException>(() => Run(Reversed with { ChampionScores = new Predictions(new double[10]) }));

    [Fact]
    public void A_champion_of_another_task_is_refused() => Assert.Throws<InputException>(
        () => Run(Reversed with { Champion = Samples.Train(Reversed.Old, LearningTask.Regression("number")) }));

    [Fact]
    public void Regressions_are_judged_by_their_error()
    {
        var task = LearningTask.Regression("amount");
        var old = Samples.Loans(400, 1);
        var recent = Samples.Loans(400, 2);
        double[] shifted = [.. ((NumberColumn)recent["number"]).Values.ToArray().Select(value => 3000 + (500 * value))];
        var result = Run(new TournamentInput { Task = task, Old = old, Recent = recent.With(Samples.Numbers("amount", ColumnKind.Numeric, shifted)) });
        Assert.Equal(Verdict.Promote, result.Verdict);
        Assert.All(result.Recipes, recipe => Assert.True(recipe is { Rmse: not null, Auc: null, LogLoss: null }));
    }

    private static TournamentResult Run(TournamentInput input) =>
        new Tournament(Samples.Trainer, new TournamentOptions { Judge = new JudgeOptions { Replicates = 1000 } }).Run(input, null, TestContext.Current.CancellationToken);

    private sealed class Steps : IProgress<TournamentProgress>
    {
        public List<TournamentProgress> Seen { get; } = [];

        public void Report(TournamentProgress value) => Seen.Add(value);
    }
}
