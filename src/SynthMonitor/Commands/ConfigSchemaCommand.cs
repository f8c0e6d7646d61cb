using System.CommandLine;
using SynthMonitor.Configuration.Schema;
using SynthMonitor.Console;

namespace SynthMonitor.Commands;

/// <summary><c>config-schema</c>: the JSON Schema of the configuration.</summary>
internal sealed class ConfigSchemaCommand : ConsoleCommand
{
    /// <summary>Creates the command.</summary>
    public ConfigSchemaCommand()
        : base(
            "config-schema",
            "Writes the JSON Schema of the configuration to standard output, for editors and other checks.",
            new Example("Keeps it beside the configuration", "config-schema > synthmonitor.schema.json"))
    {
    }

    /// <inheritdoc/>
    protected override Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        terminal.Output.WriteLine(ConfigurationSchema.Create());
        return Task.FromResult(ExitCode.Done);
    }
}
