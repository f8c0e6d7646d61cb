using Spectre.Console;

namespace SynthMonitor.Console;

/// <summary>
/// Where a command speaks: the result for people on standard output, notes and progress on standard error. Where the result goes to
/// standard output as JSON, the one for people moves to standard error.
/// </summary>
internal sealed class Terminal
{
    private const int WidthOfFiles = 160;

    private readonly IAnsiConsole results;
    private readonly IAnsiConsole messages;

    /// <summary>Creates a terminal.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="outputIsJson">Whether standard output is reserved for the result as JSON.</param>
    public Terminal(TextWriter output, TextWriter error, bool outputIsJson = false)
    {
        Output = output;
        Error = error;
        messages = Console(error);
        results = outputIsJson ? messages : Console(output);
        Screen = !outputIsJson && CanDraw(results) && CanDraw(messages) ? messages : null;
    }

    /// <summary>Standard output, for what other programs read.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>The terminal to draw on in place, or null: where a result goes to a file or is JSON, or the terminal is too simple.</summary>
    public IAnsiConsole? Screen { get; }

    /// <summary>Writes one line of the result for people.</summary>
    public void Line(string text = "") => results.Profile.Out.Writer.WriteLine(text);

    /// <summary>Writes one line beside the result: what a reader should know but need not read.</summary>
    public void Note(string text) => Error.WriteLine(text);

    /// <summary>Writes a table of the result for people.</summary>
    public void Write(Table table) => results.Write(table);

    /// <summary>Does work under a progress bar; where standard error is no terminal, silently.</summary>
    /// <param name="what">What is done, in a few words.</param>
    /// <param name="work">Receives where to report the part done, 0 … 1.</param>
    public T Progress<T>(string what, Func<IProgress<double>, T> work)
    {
        if (!messages.Profile.Out.IsTerminal)
        {
            return work(new PartDone(static _ => { }));
        }

        return messages.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(what), maxValue: 1);
                return work(new PartDone(part => task.Value = part));
            });
    }

    private static bool CanDraw(IAnsiConsole console) =>
        console.Profile is { Out.IsTerminal: true, Capabilities: { Ansi: true, Interactive: true, Unicode: true } };

    private static IAnsiConsole Console(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }

    private sealed class PartDone(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
