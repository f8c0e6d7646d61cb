using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SynthMonitor.Commands.Check;
using SynthMonitor.Commands.Evaluate;
using SynthMonitor.Commands.Learning;
using SynthMonitor.Commands.Replay;
using SynthMonitor.Console;
using SynthMonitor.Data;
using SynthMonitor.Kafka.Client;

namespace SynthMonitor.Commands;

/// <summary>The command line: all commands, and what becomes of errors.</summary>
internal static class CommandLine
{
    /// <summary>Runs one of the program's commands.</summary>
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="cancellation">Stops the command.</param>
    /// <returns>The <see cref="ExitCode"/>.</returns>
    public static Task<int> Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellation = default) =>
        Run(Commands(), arguments, output, error, cancellation);

    /// <summary>The program's commands, in the order of its help.</summary>
    public static IReadOnlyList<ConsoleCommand> Commands() =>
    [
        new DemoCommand(TimeProvider.System),
        new RunCommand(TimeProvider.System),
        new ProfileCommand(),
        new CheckCommand(),
        new SynthesizeCommand(),
        new EvaluateCommand(),
        new TrainCommand(),
        new ScoreCommand(),
        new TournamentCommand(),
        new ReplayCommand((servers, terminal) => new KafkaLog(new KafkaProperties(servers), new TerminalLogger(terminal), TimeProvider.System), TimeProvider.System),
        new ValidateCommand(),
        new ConfigSchemaCommand(),
    ];

    /// <summary>Runs one of some commands.</summary>
    internal static async Task<int> Run(
        IReadOnlyList<ConsoleCommand> commands, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var verbose = new Option<bool>("--verbose") { Description = "On failure, tell also where in the program it came from.", Recursive = true };
        var parsed = Root(commands, verbose).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(parsed, error);
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellation);
        }
        catch (Exception exception)
        {
            return Explain(exception, parsed.GetValue(verbose), error, cancellation);
        }
    }

    private static RootCommand Root(IEnumerable<ConsoleCommand> commands, Option<bool> verbose)
    {
        var root = new RootCommand("Watches a production model's data, and retrains the model when the world has changed.") { verbose };
        foreach (var command in commands)
        {
            root.Add(command);
        }

        root.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Error.WriteLine($"no command; expected one of {string.Join(", ", root.Subcommands.Select(command => command.Name))}; see --help");
            return ExitCode.BadInput;
        });
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples();
        }

        return root;
    }

    private static int Refuse(ParseResult parsed, TextWriter error)
    {
        foreach (var line in UsageErrors.Of(parsed))
        {
            error.WriteLine(line);
        }

        return ExitCode.BadInput;
    }

    private static int Explain(Exception exception, bool verbose, TextWriter error, CancellationToken cancellation)
    {
        if (exception is OperationCanceledException && cancellation.IsCancellationRequested)
        {
            error.WriteLine("stopped before the work was done");
            return ExitCode.Interrupted;
        }

        var lines = exception is InputException input ? input.Errors : [$"failed: {exception.Message.ReplaceLineEndings(" ")}"];
        foreach (var line in lines)
        {
            error.WriteLine(line);
        }

        if (verbose)
        {
            error.WriteLine(exception);
        }

        return exception is InputException ? ExitCode.BadInput : ExitCode.Failed;
    }
}
