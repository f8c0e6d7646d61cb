using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Learning.EdgeCases;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Recipes;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Training;

namespace SynthMonitor.Learning.Tournaments;

/// <summary>
/// Retrains by every recipe and lets the models compete with the champion on the latest real rows. Candidates are trained on old rows, on
/// the recent rows before the holdout, and on synthetic rows made from those; no synthetic row is ever judged on, and no outcome is taken from the
/// champion. The promoted model is the very one that was judged.
/// </summary>
/// <param name="trainer">Trains the candidates.</param>
/// <param name="options">How to hold it; null for the defaults.</param>
/// <param name="time">Measures training and the time budget; null for the system's.</param>
public sealed class Tournament(ITrainer trainer, TournamentOptions? options = null, TimeProvider? time = null)
{
    private readonly TournamentOptions options = options ?? new TournamentOptions();
    private readonly TimeProvider time = time ?? TimeProvider.System;

    /// <summary>Holds the tournament.</summary>
    /// <exception cref="InputException">The tables do not fit each other, the task, or the champion.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TournamentResult Run(TournamentInput input, IProgress<TournamentProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        TournamentChecks.Check(input);
        var started = time.GetTimestamp();
        var columns = new CommonColumns(input.Old, input.Task.Target);
        var holdoutRows = Math.Min((int)(input.Recent.Rows * options.HoldoutShare), options.MaximumHoldoutRows);
        var start = input.Recent.Rows - holdoutRows;
        var recent = columns.Of(input.Recent, "recent").Slice(0, start);
        var latest = input.Recent.Slice(start, holdoutRows);
        var holdout = new Holdout(input.Task, latest, Outcomes.Of(input.Task, latest));
        var total = Recipe.All.Count + 2;

        progress?.Report(new("synthesizing", null, 0, total));
        var champion = ChampionOn(input, cancellationToken);
        var edgeCases = new EdgeCaseInput(input.Task, recent, champion.Take([.. Enumerable.Range(0, start)]), input.Seed);
        var synthetic = input.EdgeCases?.Invoke(edgeCases, cancellationToken) is { } made ? columns.Of(made, "synthetic") : null;
        var recipeInput = new RecipeInput(input.Task, columns.Of(input.Old, "old"), recent, synthetic);
        List<Candidate> candidates = [];
        List<string> skipped = [];
        foreach (var (position, recipe) in Recipe.All.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("training", recipe.Name, position + 1, total));
            if (time.GetElapsedTime(started) > input.TimeBudget)
            {
                skipped.Add(recipe.Name);
            }
            else if (Train(recipe, recipeInput, input.Seed, cancellationToken) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }

        progress?.Report(new("judging", null, total - 1, total));
        Contestant[] contestants = [.. candidates.Select(candidate => new Contestant(candidate.Name, candidate.Model.Predict(latest)))];
        var judgement = new Judge(options.Judge).Decide(holdout, champion.Take([.. Enumerable.Range(start, holdoutRows)]), contestants, input.Seed, cancellationToken);
        return Report(judgement, candidates, skipped, new HoldoutRange(start, holdoutRows, judgement.Rows), synthetic?.Rows ?? 0);
    }

    private Candidate? Train(Recipe recipe, RecipeInput input, ulong seed, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        if (recipe.Compose(input) is not { } rows)
        {
            return null;
        }

        var model = trainer.Train(rows, seed, cancellationToken);
        return new Candidate(recipe.Name, model, time.GetElapsedTime(begun).TotalSeconds, recipe.UsesSynthetic ? input.Synthetic!.Rows : 0);
    }

    private Predictions ChampionOn(TournamentInput input, CancellationToken cancellationToken) =>
        input.ChampionScores
        ?? (input.Champion ?? trainer.Train(new TrainingSet(input.Task, input.Old), input.Seed, cancellationToken)).Predict(input.Recent);

    private static TournamentResult Report(Judgement judgement, List<Candidate> candidates, List<string> skipped, HoldoutRange range, int syntheticRows)
    {
        var winner = candidates.Find(candidate => candidate.Name == judgement.Winner);
        ImmutableArray<RecipeResult> recipes = [.. candidates.Zip(judgement.Candidates, (candidate, standing) => new RecipeResult(
            candidate.Name, standing.Scores.Auc, standing.Scores.Rmse, standing.Scores.LogLoss, standing.Scores.Accuracy, standing.Gain, candidate.Seconds, candidate.SyntheticRows))];
        return new TournamentResult
        {
            Recipes = recipes,
            Champion = judgement.Champion,
            Winner = winner?.Name ?? Recipe.Keep,
            Verdict = judgement.Verdict,
            Reasons = skipped.Count == 0 ? judgement.Reasons : [.. judgement.Reasons, $"the time budget left no time for: {string.Join(", ", skipped)}"],
            Synthetic = SyntheticVerdict.Of(recipes, winner, syntheticRows),
            Model = winner?.Model,
            Holdout = range,
        };
    }
}
