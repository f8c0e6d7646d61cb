using System.CommandLine;
using SynthMonitor.Console;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Constraints;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Commands;

/// <summary><c>synthesize</c>: makes rows like those of a file.</summary>
internal sealed class SynthesizeCommand : ConsoleCommand
{
    private readonly Argument<string?> data = DataArgument.CreateOptional("The rows to learn from, unless --from names a generator.");
    private readonly Option<int> rows = new("--rows") { Description = "The rows to make.", HelpName = "N" };
    private readonly Option<string> output = new("--out") { Description = "The table to write.", HelpName = "F", Required = true };
    private readonly Option<string> method = new("--generator")
    {
        Description = "'tree': boosted trees, column by column, the closest to real rows; 'cart': single trees, faster; 'marginals': every column by itself.",
        HelpName = string.Join('|', GeneratorMethods.Names),
        DefaultValueFactory = _ => TreeGenerator.Method,
    };

    private readonly Option<string?> target = new("--target") { Description = "The column of labels; drawn last, from all others.", HelpName = "C" };
    private readonly Option<string[]> where = new("--where")
    {
        Description = "What every row must meet: column=value, column=value,value, column=60..80, column=!value, column= (missing); with :0.3 behind it, that share of the rows. May be repeated.",
        HelpName = "COND",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> constraint = new("--constraint")
    {
        Description = "What every row obeys, as the rows of DATA must: 'a <= b', 'a + b = c', 'unique a', 'combinations a, b', 'a not null when b=x', 'a matches EXPRESSION'. May be repeated.",
        HelpName = "EXPR",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> complete = new("--complete") { Description = "Fill the empty cells of these rows instead of making new ones.", HelpName = "PARTIAL" };
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
            new Example("Holds rows to a rule", "synthesize orders.csv --rows 5000 --out synthetic.csv --constraint \"ordered <= shipped\""),
            new Example("Fills empty cells", "synthesize train.csv --complete partial.csv --out filled.csv"),
            new Example("Draws a third of the rows with a value", "synthesize --from adult.smgen --rows 900 --out b.parquet --where workclass=Private:0.33"))
    {
        OneOf(method, [.. GeneratorMethods.Names]);
        AtLeast(rows, 1);
        AtLeast(threads, 1);
        Add(data);
        Add(rows);
        Add(output);
        Add(method);
        Add(target);
        Add(where);
        Add(constraint);
        Add(complete);
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

            if ((result.GetResult(rows) is null) == (result.GetResult(complete) is null))
            {
                result.AddError("expected either --rows or --complete");
            }

            if (result.GetResult(complete) is not null && result.GetResult(where) is { Implicit: false })
            {
                result.AddError("--where does not go with --complete, whose rows say what is given");
            }

            foreach (var option in new Option[] { method, target, save, schema, constraint })
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

        var made = arguments.GetValue(complete) is { } partial
            ? Complete(generator, partial, arguments, terminal, cancellation)
            : Draw(generator, arguments, terminal, cancellation);
        if (arguments.GetValue(save) is { } keep)
        {
            GeneratorFile.Save(keep, generator);
        }

        TableFile.Write(arguments.GetRequiredValue(output), made, cancellation);
        terminal.Line($"{arguments.GetRequiredValue(output)}: {made.Rows:N0} rows, {made.Columns.Length} columns, by {generator.Method}");
        return Task.FromResult(ExitCode.Done);
    }

    private Table Draw(IGenerator generator, ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var conditions = ConditionSet.Parse(generator.Schema, arguments.GetValue(where)!);
        var count = arguments.GetValue(rows);
        var request = new SampleRequest(count, arguments.GetValue(seed), conditions, arguments.GetValue(threads));
        var drawn = terminal.Progress($"drawing {count:N0} rows", progress => generator.Draw(request, new PartOf(progress, count), cancellation));
        if (drawn.EffectiveSampleSize < 0.5 * count)
        {
            terminal.Note($"the conditions are rare: the rows amount to about {drawn.EffectiveSampleSize:N0} independent ones");
        }

        if (drawn.Gate.Kept > 0)
        {
            terminal.Note($"{drawn.Gate.Kept:N0} rows are equal to a single training row or improbable, and no others could be made in their place");
        }

        return drawn.Table;
    }

    private Table Complete(IGenerator generator, string path, ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var partial = TableFile.Read(path, new TableReadOptions { Overrides = SchemaOverrides.From(generator.Schema), CancellationToken = cancellation });
        return DataArgument.About(path, () => terminal.Progress(
            $"filling {partial.Rows:N0} rows",
            progress => generator.Complete(partial, arguments.GetValue(seed), arguments.GetValue(threads), new PartOf(progress, partial.Rows), cancellation)));
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
        if (arguments.GetValue(target) is { } label && IsConstant(table[label]))
        {
            throw new InputException(path, null, label, "the same value in every row", "a target with at least two values");
        }

        // Columns that conditions are on, or that are given in rows to complete, come first: then no row is drawn in vain.
        var conditions = ConditionSet.Parse(table.Schema, arguments.GetValue(where)!);
        var options = new CartOptions
        {
            First = [.. arguments.GetValue(complete) is { } partial
                ? Fullest(partial, table.Schema, cancellation)
                : conditions.Conditions.Select(condition => condition.Column.Name).Distinct()],
            Constraints = ConstraintSet.Parse(table.Schema, arguments.GetValue(constraint)!),
            Threads = arguments.GetValue(threads),
        };
        return DataArgument.About(path, () => terminal.Progress(
            "fitting", progress => GeneratorMethods.Fit(arguments.GetValue(method)!, table, options, progress, cancellation)));
    }

    private static bool IsConstant(Column column) => column is NumberColumn numbers
        ? numbers.Values.ToArray().Distinct().Count() == 1
        : ((NameColumn)column).Positions.ToArray().Distinct().Count() == 1;

    /// <summary>The columns of a file, those with fewest empty cells first.</summary>
    private static IEnumerable<string> Fullest(string path, Schema schema, CancellationToken cancellation)
    {
        var partial = TableFile.Read(path, new TableReadOptions { Overrides = SchemaOverrides.From(schema), CancellationToken = cancellation });
        return partial.Columns
            .Where(column => schema.IndexOf(column.Name) >= 0)
            .OrderBy(column => Enumerable.Range(0, partial.Rows).Count(column.IsMissing))
            .Select(column => column.Name);
    }

    private sealed class PartOf(IProgress<double> progress, int all) : IProgress<long>
    {
        public void Report(long value) => progress.Report((double)value / all);
    }
}
