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
        var labelled = read.Where(row => read.Labels[row] is not null);
        var old = Labelled(read, [.. labelled.Where(row => read.Times[row] < onset).TakeLast(settings.MaximumOldRows)], target);
        var recentRows = labelled.Where(row => read.Times[row] >= onset).ToArray();
        var recent = Labelled(read, recentRows, target);
        var scores = Array.ConvertAll(recentRows, row => read.Scores[row]);
        var task = LearningTask.Binary(target.Name, epoch.Positive, epoch.Threshold);
        var edgeCases = new EdgeCases(reference, request.Incident);
        var result = new Tournament(new LightGbmTrainer(), new TournamentOptions { HoldoutShare = settings.HoldoutShare }, time).Run(
            new TournamentInput
            {
                Task = task,
                Old = old,
                Recent = recent,
                ChampionScores = new Predictions(scores),
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
            var since = read.Where(row => read.Times[row] >= onset);
            var rowsSince = new JoinedRows(
                read.Features.Take(since),
                Array.ConvertAll(since, row => read.Times[row]),
                Array.ConvertAll(since, row => read.Scores[row]),
                Array.ConvertAll(since, row => read.Labels[row]));
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
        Put("challengerAuc", winner?.Auc);
        Put("challengerLogLoss", winner?.LogLoss);
        Put("holdoutRows", result.Holdout.Judged);
        Put("syntheticRows", result.Recipes.Max(recipe => (double?)recipe.SyntheticRows));
        Put("seconds", elapsed.TotalSeconds);
        return figures.ToImmutable();
    }

    private static Table Labelled(JoinedRows read, int[] rows, ColumnSchema target) =>
        read.Features.Take(rows).With(TargetColumn.Of(target, Array.ConvertAll(rows, row => read.Labels[row])));
}
