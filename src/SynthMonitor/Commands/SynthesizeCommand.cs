using System.CommandLine;
using SynthMonitor.Console;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Commands;

/// <summary><c>synthesize</c>: makes rows like those of a file.</summary>
internal sealed class SynthesizeCommand : ConsoleCommand
{
    private readonly Argument<string?> data = DataArgument.CreateOptional("The rows to learn from, unless --from names a generator.");
    private readonly Option<int> rows = new("--rows") { Description = "The rows to make.", HelpName = "N", Required = true };
    private readonly Option<string> output = new("--out") { Description = "The table to write.", HelpName = "F", Required = true };
    private readonly Option<string> method = new("--generator")
    {
        Description = "'cart': trees, column by column, which keep dependence; 'marginals': every column by itself.",
        HelpName = "cart|marginals",
        DefaultValueFactory = _ => CartGenerator.Method,
    };

    private readonly Option<string?> target = new("--target") { Description = "The column of labels; drawn last, from all others.", HelpName = "C" };
    private readonly Option<string[]> where = new("--where")
    {
        Description = "What every row must meet: column=value, column=value,value, column=60..80, column=!value, column= (missing); with :0.3 behind it, that share of the rows. May be repeated.",
        HelpName = "COND",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<ulong> seed = new("--seed") { Description = "The same seed gives the same rows.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<int?> threads = new("--threads") { Description = "The most threads; never changes the rows.", HelpName = "N" };
    private readonly Option<string?> save = new("--save") { Description = "Keep the fitted generator.", HelpName = "M" };
    private readonly Option<string?> from = new("--from") { Description = "Draw from a generator that --save kept, instead of DATA.", HelpName = "M" };
    private readonly Option<string?> schema = RoleOptions.Schema();

    /// <summary>Creates the command.</summary>
    public SynthesizeCommand()
        : base(
            "synthesize",
            "Makes synthetic rows like those of a file.",
            new Example("Makes 5,000 rows", "synthesize adult.csv.gz --rows 5000 --target income --out synthetic.csv.gz"),
            new Example("Makes edge cases: old people with long hours", "synthesize adult.csv.gz --rows 1000 --out edge.csv --where age=60..90 --where hours-per-week=50.."),
            new Example("Keeps the generator, then draws from it", "synthesize adult.csv.gz --rows 100 --out a.csv --save adult.smgen"),
            new Example("Draws a third of the rows with a value", "synthesize --from adult.smgen --rows 900 --out b.parquet --where workclass=Private:0.33"))
    {
        OneOf(method, CartGenerator.Method, MarginalsGenerator.Method);
        AtLeast(rows, 1);
        AtLeast(threads, 1);
        Add(data);
        Add(rows);
        Add(output);
        Add(method);
        Add(target);
        Add(where);
        Add(seed);
        Add(threads);
        Add(save);
        Add(from);
        Add(schema);
        Validators.Add(result =>
        {
            if ((result.GetValue(data) is null) == (result.GetResult(from) is null))
            {
                result.AddError("expected either DATA or --from");
            }

            foreach (var option in new Option[] { method, target, save, schema })
            {
                if (result.GetResult(from) is not null && result.GetResult(option) is { Implicit: false })
                {
                    result.AddError($"{option.Name} does not go with --from, whose generator is fitted already");
                }
            }
        });
    }

    /// <inheritdoc/>
    protected override Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var generator = arguments.GetValue(from) is { } saved ? GeneratorFile.Load(saved) : Fit(arguments, terminal, cancellation);
        if (generator.FallbackReason is { } reason)
        {
            terminal.Note(reason);
        }

        var conditions = ConditionSet.Parse(generator.Schema, arguments.GetValue(where)!);
        if (arguments.GetValue(save) is { } keep)
        {
            GeneratorFile.Save(keep, generator);
        }

        var count = arguments.GetValue(rows);
        var request = new SampleRequest(count, arguments.GetValue(seed), conditions, arguments.GetValue(threads));
        var drawn = terminal.Progress($"drawing {count:N0} rows", progress => generator.Draw(request, new PartOf(progress, count), cancellation));
        TableFile.Write(arguments.GetRequiredValue(output), drawn.Table, cancellation);
        terminal.Line($"{arguments.GetRequiredValue(output)}: {drawn.Table.Rows:N0} rows, {drawn.Table.Columns.Length} columns, by {generator.Method}");
        if (drawn.EffectiveSampleSize < 0.5 * count)
        {
            terminal.Note($"the conditions are rare: the rows amount to about {drawn.EffectiveSampleSize:N0} independent ones");
        }

        return Task.FromResult(ExitCode.Done);
    }

    private IGenerator Fit(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var path = arguments.GetValue(data)!;
        var overrides = RoleOptions.Known(arguments, schema);
        if (arguments.GetValue(target) is { } name)
        {
            overrides = overrides.WithRole(name, ColumnRole.Target);
        }

        var table = DataArgument.Read(path, overrides, cancellation);
        return DataArgument.About(path, () => arguments.GetValue(method) == MarginalsGenerator.Method
            ? MarginalsGenerator.Fit(table)
            : terminal.Progress("fitting", progress => CartGenerator.Fit(table, new CartOptions { Threads = arguments.GetValue(threads) }, progress, cancellation)));
    }

    private sealed class PartOf(IProgress<double> progress, int all) : IProgress<long>
    {
        public void Report(long value) => progress.Report((double)value / all);
    }
}
