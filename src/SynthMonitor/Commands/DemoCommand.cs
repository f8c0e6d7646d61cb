using System.CommandLine;
using SynthMonitor.Console;
using SynthMonitor.Data;
using SynthMonitor.Demo;
using SynthMonitor.Demo.Streams.Injection;

namespace SynthMonitor.Commands;

/// <summary><c>demo</c>: the whole loop on an embedded broker.</summary>
internal sealed class DemoCommand : ConsoleCommand
{
    private const string DefaultDrift = "concept@20000";
    private readonly Option<string?> data = new("--data") { Description = "A table to stream; a built-in stream of loan applications if not given.", HelpName = "FILE" };
    private readonly Option<string?> target = new("--target")
    {
        Description = "The file's target: a column, or a comparison such as 'ArrDelay>15'.", HelpName = "COL",
    };

    private readonly Option<string?> ignore = new("--ignore")
    {
        Description = "Columns of the file that the model must not see, such as those known only afterwards; separated by commas.", HelpName = "COLS",
    };

    private readonly Option<int?> referenceRows = new("--reference-rows")
    {
        Description = "The first rows: half of them train the champion, half of them are the reference.", HelpName = "N",
    };

    private readonly Option<string?> drift = new("--drift")
    {
        Description = $"What changes, and from which streamed row on: none, covariate@N, concept@N, new-slice@N or label-shift@N ({DefaultDrift} for the built-in stream, none for a file).",
        HelpName = "KIND@ROW",
    };

    private readonly Option<int?> rows = new("--rows") { Description = "Rows to stream; without end if not given, or to the file's end.", HelpName = "N" };
    private readonly Option<double?> rate = new("--rate") { Description = "Rows a second; as fast as they are judged if not given.", HelpName = "ROWS/S" };
    private readonly Option<int> seed = new("--seed") { Description = "Chooses everything that is random.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<int?> port = new("--port") { Description = "The port of the status page and the metrics (8080, or a free one where that is taken).", HelpName = "P" };
    private readonly Option<bool> exit = new("--exit") { Description = "End when the last row is judged, instead of serving the page until Ctrl-C." };
    private readonly JsonOption json = new();
    private readonly TimeProvider time;

    /// <summary>Creates the command.</summary>
    /// <param name="time">Measures durations.</param>
    public DemoCommand(TimeProvider time)
        : base(
            "demo",
            "Shows the whole loop on an embedded broker: builds a reference and a champion from the first rows, streams the rest, detects, synthesizes, retrains, promotes.",
            new Example("Shows a change of what makes an applicant reliable", "demo"),
            new Example("Shows applicants of a kind never seen before, and tells the result as JSON", "demo --drift new-slice@40000 --rows 80000 --exit --json -"),
            new Example("Streams a file of your own", "demo --data flights.csv.gz --target \"ArrDelay>15\" --ignore ArrTime,DepDelay --exit"))
    {
        this.time = time;
        AtLeast(referenceRows, 1000);
        AtLeast(rows, 1);
        Positive(rate);
        AtLeast(seed, 0);
        AtLeast(port, 0);
        foreach (var option in new Option[] { data, target, ignore, referenceRows, drift, rows, rate, seed, port, exit, json })
        {
            Add(option);
        }
    }

    /// <inheritdoc/>
    protected override async Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var file = arguments.GetValue(data);
        if (arguments.GetValue(target) is not null && file is null)
        {
            throw new InputException(null, null, null, "--target without --data", "a file that it is a column of");
        }

        var options = new DemoOptions(
            file,
            arguments.GetValue(target),
            arguments.GetValue(ignore)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            arguments.GetValue(referenceRows),
            DriftInjection.Parse(arguments.GetValue(drift) ?? (file is null ? DefaultDrift : "none")),
            arguments.GetValue(rows),
            arguments.GetValue(rate),
            (ulong)arguments.GetValue(seed),
            arguments.GetValue(port));
        using var show = new DemoShow(options, terminal, time);
        var report = await show.RunAsync(arguments.GetValue(exit), cancellation).ConfigureAwait(false);
        json.Write(arguments, terminal, report);
        return ExitCode.Done;
    }
}
