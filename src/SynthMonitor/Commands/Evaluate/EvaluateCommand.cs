using System.CommandLine;
using SynthMonitor.Commands.Evaluate.Pages;
using SynthMonitor.Console;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Commands.Evaluate;

/// <summary><c>evaluate</c>: how like real rows synthetic ones are, what they are worth, and what they give away.</summary>
internal sealed class EvaluateCommand : ConsoleCommand
{
    private readonly Option<string> train = new("--train") { Description = "The real rows that the synthetic ones were made from.", HelpName = "F", Required = true };
    private readonly Option<string> synthetic = new("--synthetic") { Description = "The synthetic rows.", HelpName = "F", Required = true };
    private readonly Option<string?> holdout = new("--holdout")
    {
        Description = "Real rows that the synthetic ones were not made from. Without it a fifth of the real rows is split off, which the generator may have seen.",
        HelpName = "F",
    };

    private readonly Option<string?> target = new("--target") { Description = "The column that models are trained to predict.", HelpName = "C" };
    private readonly Option<string?> group = new("--group") { Description = "The column whose rows of one value stay together when a holdout is split off.", HelpName = "KEY" };
    private readonly Option<ulong> seed = new("--seed") { Description = "Chooses all that is random.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> schema = RoleOptions.Schema();
    private readonly HtmlOption html = new();
    private readonly JsonOption json = new();

    /// <summary>Creates the command.</summary>
    public EvaluateCommand()
        : base(
            "evaluate",
            "Measures synthetic rows: how like real ones they are, what a model learns from them, and what they give away.",
            new Example("With rows that the generator never saw", "evaluate --train train.csv --synthetic made.csv --holdout holdout.csv --target income --html report.html"),
            new Example("For another program", "evaluate --train train.csv --synthetic made.csv --json -"))
    {
        Add(train);
        Add(synthetic);
        Add(holdout);
        Add(target);
        Add(group);
        Add(seed);
        Add(schema);
        Add(html);
        Add(json);
        Validators.Add(result =>
        {
            if (result.GetResult(group) is not null && result.GetResult(holdout) is not null)
            {
                result.AddError("--group does not go with --holdout: no rows are split off");
            }
        });
    }

    /// <inheritdoc/>
    protected override Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var overrides = RoleOptions.Known(arguments, schema);
        if (arguments.GetValue(target) is { } name)
        {
            overrides = overrides.WithRole(name, ColumnRole.Target);
        }

        var chosen = arguments.GetValue(seed);
        var tables = EvaluatedTables.Read(
            arguments.GetRequiredValue(train), arguments.GetRequiredValue(synthetic), arguments.GetValue(holdout), overrides, arguments.GetValue(group), chosen, cancellation);
        if (tables.IsSplit)
        {
            terminal.Note($"no --holdout: {tables.Holdout.Rows:N0} of the real rows were split off; if the generator saw them, what tells memory from likeness (DCR, membership) shows nothing");
        }

        var predicted = tables.Train.Schema.WithRole(ColumnRole.Target)?.Name;
        var evaluation = terminal.Progress("measuring", progress => Evaluation.Of(tables, predicted, chosen, progress, cancellation));
        html.Write(arguments, () => EvaluationPage.Of(evaluation));
        EvaluationView.Show(terminal, evaluation);
        json.Write(arguments, terminal, EvaluationReport.Of(evaluation));
        return Task.FromResult(ExitCode.Done);
    }
}
