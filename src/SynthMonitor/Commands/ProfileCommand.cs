using System.CommandLine;
using Spectre.Console;
using SynthMonitor.Console;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Commands;

/// <summary><c>profile</c>: makes a reference of rows that are as they should be.</summary>
internal sealed class ProfileCommand : ConsoleCommand
{
    private readonly Argument<string> data = DataArgument.Create("Rows as they should be, in order of time: a good week of production, or the training set.");
    private readonly Option<string> output = new("--out") { Description = "The reference to write.", HelpName = "F.smref", Required = true };
    private readonly RoleOptions roles = new();
    private readonly Option<string?> positive = new("--positive")
    {
        Description = "The target's value that counts as positive; the greater of the two if not given.", HelpName = "V",
    };

    private readonly Option<bool> cellsOnly = new("--cells-only")
    {
        Description = "Keep no numbers one by one: 'check' then tests counts of cells. They are never kept of more than 100,000 rows.",
    };

    private readonly JsonOption json = new();

    /// <summary>Creates the command.</summary>
    public ProfileCommand()
        : base(
            "profile",
            "Makes a reference: what no drift looks like. Shows the schema it inferred; overrule it with --schema.",
            new Example("Makes a reference of a training set", "profile train.csv.gz --target income --out adult.smref"),
            new Example("With the model's score and the event time, so that performance can be watched too",
                "profile march.parquet --target approved --score score --key id --time ts --out loans.smref"))
    {
        Add(data);
        Add(output);
        roles.AddTo(this);
        Add(positive);
        Add(cellsOnly);
        Add(json);
    }

    /// <inheritdoc/>
    protected override Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var path = arguments.GetRequiredValue(data);
        var overrides = roles.Overrides(arguments);
        var table = DataArgument.Read(path, overrides, cancellation);
        var options = new ReferenceOptions(
            Positive: arguments.GetValue(positive),
            Tests: overrides.Columns.Where(column => column.Test is not null).ToDictionary(column => column.Name, column => column.Test!),
            KeepsValues: !arguments.GetValue(cellsOnly),
            Derives: true);
        var reference = DataArgument.About(path, () => Reference.From(table, options));
        cancellation.ThrowIfCancellationRequested();
        ReferenceFormat.Save(arguments.GetRequiredValue(output), reference);
        var columns = table.Columns.Select(column => ColumnSummary.Of(column, reference)).ToArray();
        Show(terminal, columns);
        terminal.Line($"{arguments.GetRequiredValue(output)}: {reference.Rows:N0} rows, {reference.Codebook.Columns.Length} columns watched, digest {reference.Digest[..12]}");
        foreach (var note in columns.Select(column => column.Note).OfType<string>())
        {
            terminal.Note(note);
        }

        json.Write(arguments, terminal, new { reference.Rows, reference.Digest, reference.Positive, Columns = columns });
        return Task.FromResult(ExitCode.Done);
    }

    private static void Show(Terminal terminal, IEnumerable<ColumnSummary> columns)
    {
        var table = TerminalTable.Create("column", "kind", "role").Numbers("cells", "missing").Texts("values");
        foreach (var column in columns)
        {
            table.AddRow(
                Markup.Escape(column.Name), Words(column.Kind), Words(column.Role), column.Cells?.ToString() ?? "", TerminalTable.Percent(column.Missing),
                Markup.Escape(column.Values));
        }

        terminal.Write(table);

        static string Words<T>(T value)
            where T : struct, Enum => value.ToString().ToLowerInvariant();
    }
}
