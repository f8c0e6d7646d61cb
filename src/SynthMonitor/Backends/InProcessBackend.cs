using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Epochs;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Registry;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Tournaments;
using SynthMonitor.Learning.Training;
using SynthMonitor.Respond;

namespace SynthMonitor.Backends;

/// <summary>Trains and judges inside the respond process: real rows from the log, a tournament of recipes, and what follows a promotion.</summary>
internal sealed class InProcessBackend(RowReader rows, EpochStore store, FileRegistry registry, BackendSettings settings, TimeProvider time)
    : IResponseBackend
{
    /// <inheritdoc/>
    public Task<ResponseResult> RunAsync(ResponseRequest request, CancellationToken cancellation) =>
        Task.FromResult(Run(request, cancellation));

    /// <inheritdoc/>
    public string EpochAfterRollback(string digestBefore, int number) => store.Put(store.Load(digestBefore).Epoch with { Number = number });

    private ResponseResult Run(ResponseRequest request, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var (epoch, reference) = (request.Epoch, store.Load(request.Digest).Reference);
        var blocks = new BlockTime(epoch.BlockMilliseconds);
        var until = blocks.EndOf(request.Block);
        var onset = blocks.StartOf(request.Incident.OnsetBlock);
        var read = rows.Read(
            epoch.Monitor, reference.Schema, until - (long)settings.TrainingWindow.TotalMilliseconds, until, request.Offsets, cancellation);
        var target = reference.Schema.WithRole(ColumnRole.Target)
            ?? throw new InputException(null, null, null, $"the reference of '{epoch.Monitor}' has no target column", "a reference made with --target");
        var labelled = read.Take(read.Where(row => read.Labels[row] is not null));
        var before = labelled.Take([.. labelled.Where(row => labelled.Times[row] < onset).TakeLast(settings.MaximumOldRows)]);
        var since = labelled.Take(labelled.Where(row => labelled.Times[row] >= onset));
        // Recent rows train and judge; a few old ones do where the drift began soon after the log.
        Require(before.Rows, 1, "before the onset");
        Require(since.Rows, settings.MinimumRows, "since the onset");
        var recent = Table(since, target);
        var task = LearningTask.Binary(target.Name, epoch.Positive, epoch.Threshold);
        var edgeCases = new EdgeCases(reference, request.Incident);
        var result = new Tournament(new LightGbmTrainer(), new TournamentOptions { HoldoutShare = settings.HoldoutShare }, time).Run(
            new TournamentInput
            {
                Task = task,
                Old = Table(before, target),
                Recent = recent,
                ChampionScores = new Predictions(since.ScoresOf(epoch.Model)),
                EdgeCases = edgeCases.Make,
                Seed = epoch.Seed,
            },
            null,
            cancellation);
        return ToResult(request, reference.Schema, read, onset, result, time.GetElapsedTime(started), cancellation);
    }

    private ResponseResult ToResult(
        ResponseRequest request, Schema schema, JoinedRows read, long onset, TournamentResult result, TimeSpan elapsed, CancellationToken cancellation)
    {
        string? model = null, next = null;
        if (result.Model is { } winner)
        {
            var rowsSince = read.Take(read.Where(row => read.Times[row] >= onset));
            model = registry.Store(winner, Card(request, rowsSince, result, winner));
            next = new NextEpoch(store).After(request.Epoch, schema, rowsSince, winner, cancellation);
        }

        return new ResponseResult
        {
            Verdict = result.Verdict.ToString().ToLowerInvariant(),
            Reasons = result.Reasons,
            Recipe = result.Winner,
            Model = model,
            NextEpoch = next,
            Figures = Figures(result, elapsed),
        };
    }

    private ModelCard Card(ResponseRequest request, JoinedRows recent, TournamentResult result, TrainedModel winner)
    {
        var recipe = result.Recipes.First(recipe => recipe.Name == result.Winner);
        return new ModelCard
        {
            Monitor = request.Epoch.Monitor,
            Trainer = winner.Trainer,
            Recipe = result.Winner,
            Task = winner.Task,
            CreatedAt = time.GetUtcNow(),
            DataWindow = new DataWindow(At(recent.Times[0]), At(recent.Times[^1]), recent.Labels.Count(label => label is not null)),
            ReferenceDigest = request.Epoch.Reference,
            Trigger = request.Incident.Id,
            Gate = new GateResult(
                result.Verdict.ToString().ToLowerInvariant(), result.Champion.Auc, recipe.Auc, result.Holdout.Judged, result.Reasons),
        };
    }

    private static DateTimeOffset At(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time);

    private static ImmutableSortedDictionary<string, double> Figures(TournamentResult result, TimeSpan elapsed)
    {
        var figures = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var winner = result.Recipes.FirstOrDefault(recipe => recipe.Name == result.Winner);
        void Put(string name, double? value)
        {
            if (value is { } known)
            {
                figures[name] = known;
            }
        }

        Put("championAuc", result.Champion.Auc);
        Put("championLogLoss", result.Champion.LogLoss);
        Put("championError", 1 - result.Champion.Accuracy);
        Put("challengerError", 1 - winner?.Accuracy);
        Put("challengerAuc", winner?.Auc);
        Put("challengerLogLoss", winner?.LogLoss);
        Put("holdoutRows", result.Holdout.Judged);
        Put("syntheticRows", result.Recipes.Max(recipe => (double?)recipe.SyntheticRows));
        Put("seconds", elapsed.TotalSeconds);
        return figures.ToImmutable();
    }

    private static Table Table(JoinedRows rows, ColumnSchema target) => rows.Features.With(TargetColumn.Of(target, rows.Labels));

    private static void Require(int rows, int fewest, string when)
    {
        if (rows < fewest)
        {
            throw new InputException(null, null, null, $"{rows} labelled rows {when}", $"at least {fewest}");
        }
    }
}
