using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SynthMonitor.Commands;

/// <summary>The usual help, followed by the command's examples.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction help = new();

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ConsoleCommand { Examples: { IsEmpty: false } examples })
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  # {example.Purpose}");
                output.WriteLine($"  synthmonitor {example.Arguments}");
            }

            output.WriteLine();
        }

        return ExitCode.Done;
    }
}
