using System.CommandLine;
using SynthMonitor.Commands.Check.Pages;
using SynthMonitor.Console;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Commands.Check;

/// <summary><c>check</c>: compares rows with a reference, once, or block by block as the daemon does.</summary>
internal sealed class CheckCommand : ConsoleCommand
{
    private const string Hold = "hold";
    private const string Rebase = "rebase";

    private readonly Option<string> reference = new("--reference") { Description = "A reference made by 'profile'.", HelpName = "R", Required = true };
    private readonly Option<string> current = new("--current") { Description = "The rows to judge.", HelpName = "DATA", Required = true };
    private readonly Option<string?> block = new("--block")
    {
        Description = "Judge the rows in order, in blocks of so many rows, or of a span of time such as 1d by the reference's time column. Without it: one comparison.",
        HelpName = "ROWS|SPAN",
    };

    private readonly Option<string> budget = new("--false-alarms")
    {
        Description = "With --block: the false alarms allowed, all columns together, such as '1 per 5000 blocks' or '1 per 30d'.",
        HelpName = "BUDGET",
        DefaultValueFactory = _ => "1 per 5000 blocks",
    };

    private readonly Option<string> afterAlarm = new("--after-alarm")
    {
        Description = "With --block: 'hold' keeps the reference until the data are back; 'rebase' makes the next rows, as many as the reference has, the reference.",
        HelpName = "hold|rebase",
        DefaultValueFactory = _ => Hold,
    };

    private readonly Option<string?> windows = new("--windows") { Description = "With --block: write the figures of each block, column and window length as a table.", HelpName = "F" };
    private readonly Option<string?> score = new("--score") { Description = "With --block and --label: the column of the model's scores, to watch its errors too.", HelpName = "C" };
    private readonly Option<string?> label = new("--label") { Description = "With --block and --score: the column of labels.", HelpName = "C" };
    private readonly FailOption fail = new("Exit with 3 if anything drifted.", "drift");
    private readonly JsonOption json = new();
    private readonly HtmlOption html = new();

    /// <summary>Creates the command.</summary>
    public CheckCommand()
        : base(
            "check",
            "Says what has drifted from a reference, and since when.",
            new Example("Compares two samples, column by column", "check --reference adult.smref --current new.csv.gz"),
            new Example("Runs the monitor over a stream in order, 200 rows a block", "check --reference elec.smref --current elec.csv.gz --block 200 --false-alarms \"1 per 5000 blocks\""),
            new Example("Cuts by days, and takes what follows an alarm as the new reference", "check --reference loans.smref --current year.parquet --block 1d --false-alarms \"1 per 180d\" --after-alarm rebase"),
            new Example("Watches the model's errors beside its inputs", "check --reference loans.smref --current april.csv --block 500 --score score --label approved"),
            new Example("Shows the alarms, what moved and what could not be found as a page", "check --reference loans.smref --current year.csv --block 500 --html drift.html"),
            new Example("Fails a pipeline if the new data have drifted", "check --reference train.smref --current new.csv --fail-on drift --json drift.json"))
    {
        OneOf(afterAlarm, Hold, Rebase);
        Add(reference);
        Add(current);
        Add(block);
        Add(budget);
        Add(afterAlarm);
        Add(windows);
        Add(score);
        Add(label);
        Add(fail);
        Add(json);
        Add(html);
        OutputFile.Require(windows);
        Validators.Add(result =>
        {
            foreach (var option in new Option[] { budget, afterAlarm, windows, score, label })
            {
                if (result.GetResult(block) is null && result.GetResult(option) is { Implicit: false })
                {
                    result.AddError($"{option.Name} needs --block");
                }
            }

            if ((result.GetResult(score) is null) != (result.GetResult(label) is null))
            {
                result.AddError("--score and --label need each other");
            }
        });
    }

    /// <inheritdoc/>
    protected override Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var loaded = ReferenceFormat.Load(arguments.GetRequiredValue(reference));
        return Task.FromResult(arguments.GetValue(block) is null
            ? CheckOnce(loaded, arguments, terminal, cancellation)
            : CheckBlocks(loaded, arguments, terminal, cancellation));
    }

    private int CheckOnce(Reference loaded, ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var table = CurrentTable.Read(arguments.GetRequiredValue(current), loaded, [], terminal, cancellation);
        var comparison = Comparison.Of(loaded, table);
        ComparisonView.Show(terminal, comparison);
        json.Write(arguments, terminal, ComparisonResult.Of(comparison));
        html.Write(arguments, () => ComparisonPage.Of(FilesOf(arguments), loaded, table, comparison));
        return ExitCodeFor(arguments, comparison.IsDrifted);
    }

    private int CheckBlocks(Reference loaded, ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var size = BlockSize.Parse(arguments.GetValue(block)!);
        var allowed = FalseAlarmBudget.Parse(arguments.GetValue(budget)!, size.Span);
        string[] wanted = [.. new[] { arguments.GetValue(score), arguments.GetValue(label) }.OfType<string>()];
        var file = arguments.GetRequiredValue(current);
        var table = CurrentTable.Read(file, loaded, wanted, terminal, cancellation);
        var blocks = RowBlocks.Of(table, size);
        if (blocks.WithoutTime(table) is var left and > 0)
        {
            terminal.Note($"{left:N0} rows have no time and are left out");
        }

        var outcomes = wanted is [var scores, var labels] ? RowOutcomes.Of(file, blocks.Table[scores], blocks.Table[labels], loaded.Positive) : null;
        var options = new MonitorOptions(allowed, blocks.UsualRows) { AfterAlarm = arguments.GetValue(afterAlarm) == Rebase ? AfterAlarm.Rebase : AfterAlarm.Hold };
        var watch = new StreamWatch(blocks, options, outcomes, keepsWindows: arguments.GetValue(windows) is not null, terminal, cancellation);
        watch.Run(loaded);
        if (arguments.GetValue(windows) is { } path)
        {
            TableFile.Write(path, WindowTable.Of(watch.Steps, blocks.Order), cancellation);
        }

        var result = BlockCheckResult.Of(blocks, options, watch);
        BlockCheckView.Show(terminal, result);
        json.Write(arguments, terminal, result);
        html.Write(arguments, () => StreamPage.Of(FilesOf(arguments), new(loaded, table, blocks, options, watch)));
        return ExitCodeFor(arguments, result.Alarms.Count > 0);
    }

    private CheckedFiles FilesOf(ParseResult arguments) => new(arguments.GetRequiredValue(reference), arguments.GetRequiredValue(current));

    private int ExitCodeFor(ParseResult arguments, bool isDrifted) =>
        isDrifted && fail.IsAskedFor(arguments, "drift") ? ExitCode.Negative : ExitCode.Done;
}
