using System.CommandLine;
using SynthMonitor.Configuration;
using SynthMonitor.Console;

namespace SynthMonitor.Commands;

/// <summary><c>validate</c>: tells all that is wrong with a configuration.</summary>
internal sealed class ValidateCommand : ConsoleCommand
{
    private readonly Option<string> config = new("--config") { Description = "The configuration.", HelpName = "F", Required = true };

    /// <summary>Creates the command.</summary>
    public ValidateCommand()
        : base(
            "validate",
            "Tells all that is wrong with a configuration, with line and column.",
            new Example("Checks a configuration before it is deployed", "validate --config synthmonitor.yaml")) => Add(config);

    /// <inheritdoc/>
    protected override Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var monitors = ConfigurationLoader.Load(arguments.GetRequiredValue(config)).Require().Monitors;
        terminal.Line($"{arguments.GetRequiredValue(config)}: valid, {monitors.Length} monitor{(monitors.Length == 1 ? "" : "s")}");
        return Task.FromResult(ExitCode.Done);
    }
}
