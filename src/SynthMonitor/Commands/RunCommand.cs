using System.CommandLine;
using SynthMonitor.Configuration;
using SynthMonitor.Console;
using SynthMonitor.Hosting;
using SynthMonitor.Observability;

namespace SynthMonitor.Commands;

/// <summary><c>run</c>: the daemon.</summary>
internal sealed class RunCommand : ConsoleCommand
{
    private readonly Option<string> config = new("--config") { Description = "The configuration.", HelpName = "F", Required = true };
    private readonly Option<string> roles = new("--roles")
    {
        Description = $"The roles of this process, separated by commas: {string.Join(", ", HostedRoles.All.Names)}. All if not given.",
        HelpName = "R",
        DefaultValueFactory = _ => string.Join(',', HostedRoles.All.Names),
    };

    private readonly TimeProvider time;

    /// <summary>Creates the command.</summary>
    /// <param name="time">The daemon's clock.</param>
    public RunCommand(TimeProvider time)
        : base(
            "run",
            "Runs the daemon: reads the streams, judges them, and retrains the model when the world has changed. SIGTERM and Ctrl-C stop it in order.",
            new Example("Runs all roles in one process", "run --config synthmonitor.yaml"),
            new Example("Runs two roles of a daemon that is spread over processes", "run --config synthmonitor.yaml --roles ingest,join"))
    {
        this.time = time;
        Add(config);
        Add(roles);
    }

    /// <inheritdoc/>
    protected override async Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var path = arguments.GetRequiredValue(config);
        var configuration = ConfigurationLoader.Load(path).Require();
        var hosted = HostedRoles.Parse(arguments.GetRequiredValue(roles));
        using var loggers = LoggerFactory.Create(logging => logging.AddSynthMonitorConsole(!System.Console.IsErrorRedirected));
        var failure = await new Daemon(path, configuration, hosted, loggers, time).RunAsync(cancellation).ConfigureAwait(false);
        if (failure is null)
        {
            return ExitCode.Done;
        }

        terminal.Note(failure);
        return ExitCode.Failed;
    }
}
