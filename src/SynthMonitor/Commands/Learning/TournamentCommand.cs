using System.CommandLine;
using SynthMonitor.Console;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tournaments;
using SynthMonitor.Learning.Training;

namespace SynthMonitor.Commands.Learning;

/// <summary><c>tournament</c>: the retraining tournament and its verdict, offline.</summary>
internal sealed class TournamentCommand : ConsoleCommand
{
    private readonly Option<string> old = new("--old") { Description = "Labelled rows from before the change.", HelpName = "F", Required = true };
    private readonly Option<string> recent = new("--recent") { Description = "Labelled rows from after the change, in order of time; the latest judge.", HelpName = "F", Required = true };
    private readonly Option<string?> unlabelled = new("--unlabelled") { Description = "Further rows from after the change whose labels are not there yet; they tell what moved.", HelpName = "F" };
    private readonly Option<string> target = new("--target") { Description = "The column to predict.", HelpName = "C", Required = true };
    private readonly Option<string?> positive = new("--positive") { Description = "The positive label of a binary task; 1, true, yes or the rarer if not given.", HelpName = "V" };
    private readonly Option<string?> champion = new("--champion") { Description = "The model in production.", HelpName = "M" };
    private readonly Option<string?> championScore = new("--champion-score")
    {
        Description = "The column of the recent rows with the scores that the model in production logged. Without either, a model trained on the old rows stands for it.",
        HelpName = "C",
    };

    private readonly Option<string?> output = new("--out") { Description = "The promoted model, written only if there is one.", HelpName = "MODEL" };
    private readonly Option<ulong> seed = new("--seed") { Description = "Chooses all that is random.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly FailOption fail = new("Exit with 3 on these verdicts; on both if none is named.", "reject", "inconclusive");
    private readonly JsonOption json = new();

    /// <summary>Creates the command.</summary>
    public TournamentCommand()
        : base(
            "tournament",
            "Retrains in several ways, with synthetic edge cases too, and lets the models compete with the one in production on the latest real rows.",
            new Example("Asks whether to retrain, and keeps the winner", "tournament --old march.csv.gz --recent april.csv.gz --target approved --champion loans.model --out next.model"),
            new Example("Against a model in any language, by the scores it logged", "tournament --old march.parquet --recent april.parquet --target approved --champion-score score --json -"))
    {
        Add(old);
        Add(recent);
        Add(target);
        Add(unlabelled);
        Add(positive);
        Add(champion);
        Add(championScore);
        Add(output);
        Add(seed);
        Add(fail);
        Add(json);
        Validators.Add(result =>
        {
            if (result.GetResult(champion) is not null && result.GetResult(championScore) is not null)
            {
                result.AddError("--champion and --champion-score exclude each other");
            }
        });
    }

    /// <inheritdoc/>
    protected override Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var tables = TournamentTables.Read(
            arguments.GetRequiredValue(old), arguments.GetRequiredValue(recent), arguments.GetValue(unlabelled), arguments.GetRequiredValue(target),
            arguments.GetValue(positive), arguments.GetValue(championScore), cancellation);
        var trainer = new LightGbmTrainer();
        var chosen = arguments.GetValue(seed);
        var model = arguments.GetValue(champion) is { } file ? TrainedModel.Load(file) : null;
        var report = terminal.Progress("holding the tournament", progress => Hold(tables, model, trainer, chosen, progress, cancellation));
        if (report.Result.Model is { } winner && report.Verdict == Verdict.Promote && arguments.GetValue(output) is { } path)
        {
            winner.Save(path);
        }

        TournamentView.Show(terminal, report, arguments.GetValue(output));
        json.Write(arguments, terminal, TournamentReport.Of(report));
        return Task.FromResult(fail.IsAskedFor(arguments, report.Verdict.ToString().ToLowerInvariant()) ? ExitCode.Negative : ExitCode.Done);
    }

    private static TournamentOutcome Hold(
        TournamentTables tables, TrainedModel? champion, LightGbmTrainer trainer, ulong seed, IProgress<double> progress, CancellationToken cancellation)
    {
        if (tables.ChampionScores is null)
        {
            champion ??= trainer.Train(new TrainingSet(tables.Task, tables.Old), seed, cancellation);
        }

        var change = Change.Of(tables, trainer, seed, cancellation);
        var edgeCases = new EdgeCaseMaking(change);
        var input = new TournamentInput
        {
            Task = tables.Task,
            Old = tables.Old,
            Recent = tables.Recent,
            Champion = champion,
            ChampionScores = tables.ChampionScores,
            EdgeCases = edgeCases.Make,
            Seed = seed,
        };
        var result = new Tournament(trainer).Run(input, new Steps(progress), cancellation);
        return new TournamentOutcome(change, edgeCases.Outcomes, result);
    }

    private sealed class Steps(IProgress<double> progress) : IProgress<TournamentProgress>
    {
        public void Report(TournamentProgress value) => progress.Report((double)value.Done / value.Total);
    }
}
