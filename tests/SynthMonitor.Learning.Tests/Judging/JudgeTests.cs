using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;

namespace SynthMonitor.Learning.Tests.Judging;

public sealed class JudgeTests
{
    private static readonly Judge Judge = new(new JudgeOptions { Replicates = 1000 });

    [Fact]
    public void A_better_candidate_is_promoted_over_a_useless_champion_and_a_worse_candidate()
    {
        var (holdout, truth) = Make(400);
        var judgement = Decide(holdout, Score(truth, 0), ("poor", Score(truth, 0.5)), ("good", Score(truth, 2)));
        Assert.Equal((Verdict.Promote, "good"), (judgement.Verdict, judgement.Winner));
        Assert.Equal(["poor", "good"], judgement.Candidates.Select(standing => standing.Name));
        Assert.Contains(judgement.Reasons, reason => reason.StartsWith("good: auc 0.", StringComparison.Ordinal) && reason.Contains("400 real rows", StringComparison.Ordinal));
        Assert.True(judgement.Candidates[1].Gain!.Lower > 0);
    }

    [Fact]
    public void A_worse_candidate_is_rejected()
    {
        var (holdout, truth) = Make(400);
        var judgement = Decide(holdout, Score(truth, 3), ("poor", Score(truth, 0)));
        Assert.Equal((Verdict.Reject, null), (judgement.Verdict, judgement.Winner));
    }

    [Fact]
    public void A_candidate_that_says_the_same_is_rejected()
    {
        var (holdout, truth) = Make(400);
        Assert.Equal(Verdict.Reject, Decide(holdout, Score(truth, 1), ("same", Score(truth, 1))).Verdict);
    }

    [Fact]
    public void A_slightly_better_candidate_on_few_rows_is_left_open()
    {
        var (holdout, truth) = Make(120);
        Assert.Equal(Verdict.Inconclusive, Decide(holdout, Score(truth, 1, 5), ("better", Score(truth, 1.1, 6))).Verdict);
    }

    [Fact]
    public void Too_few_rows_decide_nothing()
    {
        var (holdout, truth) = Make(90);
        var judgement = Decide(holdout, Score(truth, 0), ("good", Score(truth, 5)));
        Assert.Equal(Verdict.Inconclusive, judgement.Verdict);
        Assert.Contains("at least 100 are needed", judgement.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_positive_rows_decide_nothing()
    {
        var (holdout, truth) = Make(400, positives: 15);
        var judgement = Decide(holdout, Score(truth, 0), ("good", Score(truth, 5)));
        Assert.Equal(Verdict.Inconclusive, judgement.Verdict);
        Assert.Contains("15 of 400 rows", judgement.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_an_outcome_or_a_logged_score_are_not_judged_on()
    {
        var (holdout, truth) = Make(400);
        var champion = Score(truth, 0);
        champion.Values[7] = double.NaN;
        holdout.Outcomes[8] = double.NaN;
        Assert.Equal(398, Decide(holdout, champion, ("good", Score(truth, 2))).Rows);
    }

    [Fact]
    public void Better_ranking_with_ruined_probabilities_is_not_promoted()
    {
        var (holdout, truth) = Make(400);
        var ruined = new Predictions([.. Score(truth, 2).Values.Select(score => score < 0.5 ? 1e-5 * score : 1 - (1e-5 * (1 - score)))]);
        var judgement = Decide(holdout, Score(truth, 0.7), ("ruined", ruined));
        Assert.Equal(Verdict.Reject, judgement.Verdict);
        Assert.Contains(judgement.Reasons, reason => reason.StartsWith("its log-loss is worse", StringComparison.Ordinal));
    }

    [Fact]
    public void Harm_to_a_slice_bars_promotion_and_names_the_slice()
    {
        var (holdout, truth) = Make(600);
        var colour = (NameColumn)holdout.Rows["colour"];
        var champion = Score(truth, 0);
        var good = Score(truth, 3);
        for (var row = 0; row < truth.Length; row++)
        {
            if (colour[row] == "red")
            {
                (champion.Values[row], good.Values[row]) = (truth[row] ? 0.6 : 0.4, truth[row] ? 0.45 : 0.55);
            }
        }

        var judgement = Decide(holdout, champion, ("good elsewhere", good));
        Assert.True(judgement.Verdict == Verdict.Reject, string.Join("; ", judgement.Reasons));
        Assert.Contains(judgement.Reasons, reason => reason.Contains("colour = red", StringComparison.Ordinal));
    }

    [Fact]
    public void The_next_best_is_promoted_when_the_best_does_harm()
    {
        var (holdout, truth) = Make(400);
        var ruined = new Predictions([.. Score(truth, 2).Values.Select(score => score < 0.5 ? 1e-5 * score : 1 - (1e-5 * (1 - score)))]);
        var judgement = Decide(holdout, Score(truth, 0), ("ruined", ruined), ("sound", Score(truth, 1)));
        Assert.Equal((Verdict.Promote, "sound"), (judgement.Verdict, judgement.Winner));
    }

    [Fact]
    public void Nothing_to_judge_is_no_promotion()
    {
        var (holdout, truth) = Make(400);
        Assert.Equal(Verdict.Reject, Decide(holdout, Score(truth, 0)).Verdict);
    }

    private static Judgement Decide(Holdout holdout, Predictions champion, params (string Name, Predictions Predictions)[] candidates) =>
        Judge.Decide(holdout, champion, [.. candidates.Select(candidate => new Contestant(candidate.Name, candidate.Predictions))], 1, TestContext.Current.CancellationToken);

    private static (Holdout Holdout, bool[] Truth) Make(int rows, int? positives = null)
    {
        var random = new KeyedRandom(3, (ulong)rows);
        bool[] truth = [.. Enumerable.Range(0, rows).Select(row => positives is { } count ? row < count : random.NextDouble() < 0.4)];
        string[] colours = ["red", "green", "blue"];
        var table = new Table([
            Samples.Numbers("number", ColumnKind.Numeric, [.. truth.Select(_ => random.NextNormal())]),
            Samples.Names("colour", [.. truth.Select(_ => colours[random.Next(3)])])]);
        return (new Holdout(Samples.Task, table, [.. truth.Select(positive => positive ? 1.0 : 0)]), truth);
    }

    /// <summary>Calibrated probabilities of normal scores whose means lie <paramref name="strength"/> apart.</summary>
    private static Predictions Score(bool[] truth, double strength, ulong seed = 1)
    {
        var random = new KeyedRandom(seed, 11);
        return new([.. truth.Select(positive =>
        {
            var score = random.NextNormal() + (positive ? strength : 0);
            return 1 / (1 + Math.Exp(-((strength * score) - (strength * strength / 2) + Math.Log(0.4 / 0.6))));
        })]);
    }
}
