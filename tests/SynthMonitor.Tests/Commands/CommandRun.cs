using System.Text.Json;
using SynthMonitor.Commands;

namespace SynthMonitor.Tests.Commands;

/// <summary>What a command answered, run in this process.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>The lines on standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The result that went to standard output as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Task<CommandRun> Of(params string[] arguments) => Of(CommandLine.Commands(), CancellationToken.None, arguments);

    public static async Task<CommandRun> Of(IReadOnlyList<ConsoleCommand> commands, CancellationToken cancellation, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.Run(commands, arguments, output, error, cancellation);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
