using System.CommandLine;
using SynthMonitor.Console;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Commands.Learning;

/// <summary><c>score</c>: what a model says of rows.</summary>
internal sealed class ScoreCommand : ConsoleCommand
{
    private readonly Argument<string> data = DataArgument.Create("The rows to score.");
    private readonly Option<string> model = new("--model") { Description = "A model made by 'train' or 'tournament'.", HelpName = "M", Required = true };
    private readonly Option<string> output = new("--out") { Description = "The table to write: the rows with their scores.", HelpName = "F", Required = true };
    private readonly Option<string> column = new("--column")
    {
        Description = "The column that receives the probability or value; a multiclass model writes the likeliest class there, and each probability to a column 'NAME.class'.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "score",
    };

    /// <summary>Creates the command.</summary>
    public ScoreCommand()
        : base("score", "Adds a model's scores to rows.", new Example("Scores new applications", "score --model loans.model april.csv.gz --out scored.csv.gz"))
    {
        Add(model);
        Add(data);
        Add(output);
        Add(column);
    }

    /// <inheritdoc/>
    protected override Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var loaded = TrainedModel.Load(arguments.GetRequiredValue(model));
        var path = arguments.GetRequiredValue(data);
        var table = DataArgument.Read(path, SchemaOverrides.None, cancellation);
        var added = DataArgument.About(path, () => ScoresOf(loaded, table, arguments.GetValue(column)!).ToArray());
        foreach (var scores in added)
        {
            table = table.Find(scores.Name) is null
                ? table.With(scores)
                : throw new InputException(path, null, scores.Name, "a column of that name already", "another one: name it with --column");
        }

        TableFile.Write(arguments.GetRequiredValue(output), table, cancellation);
        terminal.Line($"{arguments.GetRequiredValue(output)}: {table.Rows:N0} rows with {string.Join(", ", added.Select(scores => scores.Name))}");
        return Task.FromResult(ExitCode.Done);
    }

    private static IEnumerable<Column> ScoresOf(TrainedModel model, Table table, string name)
    {
        var predictions = model.Predict(table);
        if (model.Task.Kind != TaskKind.Multiclass)
        {
            yield return new NumberColumn(new ColumnSchema(name, ColumnKind.Numeric), predictions.Values);
            yield break;
        }

        var classes = model.Task.Classes;
        yield return NameColumn.From(
            new ColumnSchema(name, ColumnKind.Categorical), Enumerable.Range(0, table.Rows).Select(row => classes[Likeliest(predictions[row])]));
        for (var position = 0; position < classes.Length; position++)
        {
            var at = position;
            yield return new NumberColumn(
                new ColumnSchema($"{name}.{classes[at]}", ColumnKind.Numeric), [.. Enumerable.Range(0, table.Rows).Select(row => predictions[row][at])]);
        }
    }

    private static int Likeliest(ReadOnlySpan<double> probabilities)
    {
        var best = 0;
        for (var position = 1; position < probabilities.Length; position++)
        {
            best = probabilities[position] > probabilities[best] ? position : best;
        }

        return best;
    }
}
