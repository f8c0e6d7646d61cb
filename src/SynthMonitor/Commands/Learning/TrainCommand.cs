using System.CommandLine;
using SynthMonitor.Console;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Training;

namespace SynthMonitor.Commands.Learning;

/// <summary><c>train</c>: makes a model.</summary>
internal sealed class TrainCommand : ConsoleCommand
{
    private const int HoldoutPart = 5;
    private const int FewestHoldoutRows = 20;

    private readonly Argument<string> data = DataArgument.Create("Labelled rows, in order of time.");
    private readonly Option<string> target = new("--target") { Description = "The column to predict.", HelpName = "C", Required = true };
    private readonly Option<string> output = new("--out") { Description = "The model to write.", HelpName = "MODEL", Required = true };
    private readonly Option<string?> positive = new("--positive") { Description = "The label that a binary model gives the probability of; 1, true, yes or the rarer if not given.", HelpName = "V" };
    private readonly Option<ulong> seed = new("--seed") { Description = "The same seed gives the same model.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> schema = RoleOptions.Schema();
    private readonly JsonOption json = new();

    /// <summary>Creates the command.</summary>
    public TrainCommand()
        : base(
            "train",
            "Trains a LightGBM model: binary, multiclass or regression, as the target is. The latest fifth of the rows first measures it; the model then learns from all.",
            new Example("Trains a classifier", "train adult.csv.gz --target income --out adult.model"),
            new Example("Names the positive class, and keeps the metrics", "train loans.parquet --target status --positive default --out loans.model --json metrics.json"))
    {
        Add(data);
        Add(target);
        Add(output);
        Add(positive);
        Add(seed);
        Add(schema);
        Add(json);
    }

    /// <inheritdoc/>
    protected override Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var path = arguments.GetRequiredValue(data);
        var name = arguments.GetRequiredValue(target);
        var table = DataArgument.Read(path, RoleOptions.Known(arguments, schema).WithRole(name, ColumnRole.Target), cancellation);
        var result = DataArgument.About(path, () =>
        {
            var task = TaskInference.Infer(table, name, positive: arguments.GetValue(positive));
            return terminal.Progress("training", progress => Train(task, table, arguments.GetValue(seed), progress, cancellation));
        });
        result.Model.Save(arguments.GetRequiredValue(output));
        terminal.Line($"{arguments.GetRequiredValue(output)}: {Words(result.Model.Task)}, {table.Rows:N0} rows, {result.Model.Columns.Count()} columns, digest {result.Model.Digest[..12]}");
        terminal.Line(result.Holdout is { } scores ? $"on the latest {result.HoldoutRows:N0} rows, learnt from the others: {MetricText.Of(scores)}" : $"not measured: {result.HoldoutRows} rows, fewer than {FewestHoldoutRows}");
        json.Write(arguments, terminal, TrainingReport.Of(result, table.Rows));
        return Task.FromResult(ExitCode.Done);
    }

    private static TrainingResult Train(LearningTask task, Table table, ulong seed, IProgress<double> progress, CancellationToken cancellation)
    {
        var trainer = new LightGbmTrainer();
        var holdout = table.Slice(table.Rows - (table.Rows / HoldoutPart), table.Rows / HoldoutPart);
        var measured = holdout.Rows < FewestHoldoutRows ? null : Measure(trainer, task, table.Slice(0, table.Rows - holdout.Rows), holdout, seed, cancellation);
        progress.Report(0.5);
        return new(trainer.Train(new TrainingSet(task, table), seed, cancellation), measured, holdout.Rows);
    }

    private static Scores? Measure(LightGbmTrainer trainer, LearningTask task, Table rows, Table holdout, ulong seed, CancellationToken cancellation)
    {
        var outcomes = Outcomes.Of(task, holdout);
        int[] known = [.. Enumerable.Range(0, holdout.Rows).Where(row => !double.IsNaN(outcomes[row]))];
        if (known.Length < FewestHoldoutRows || !CanLearn(task, rows))
        {
            return null;
        }

        var predictions = trainer.Train(new TrainingSet(task, rows), seed, cancellation).Predict(holdout.Take(known));
        return Metrics.All(task, [.. known.Select(row => outcomes[row])], predictions);
    }

    /// <summary>Whether rows have more than one outcome; those before the holdout need not, if the file is sorted by the target.</summary>
    private static bool CanLearn(LearningTask task, Table rows) => Outcomes.Of(task, rows).Where(outcome => !double.IsNaN(outcome)).Distinct().Take(2).Count() == 2;

    private static string Words(LearningTask task) => task.Kind switch
    {
        TaskKind.Binary => $"probability of {task.Target} = {task.Positive}",
        TaskKind.Multiclass => $"probability of each of {task.Classes.Length} classes of {task.Target}",
        _ => $"value of {task.Target}",
    };
}
