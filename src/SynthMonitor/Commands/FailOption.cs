using System.CommandLine;

namespace SynthMonitor.Commands;

/// <summary>The option <c>--fail-on VERDICT</c>, which turns a negative verdict into <see cref="ExitCode.Negative"/>.</summary>
internal sealed class FailOption : Option<string[]>
{
    private readonly string[] negative;

    /// <summary>Creates the option.</summary>
    /// <param name="description">What it does.</param>
    /// <param name="negative">The negative verdicts; all of them where the option names none.</param>
    public FailOption(string description, params string[] negative)
        : base("--fail-on")
    {
        this.negative = negative;
        Description = description;
        HelpName = string.Join('|', negative);
        Arity = ArgumentArity.ZeroOrMore;
        AllowMultipleArgumentsPerToken = true;
        CompletionSources.Add(negative);
        Validators.Add(result =>
        {
            foreach (var odd in result.Tokens.Select(token => token.Value).Except(negative, StringComparer.Ordinal))
            {
                result.AddError($"--fail-on {odd}: expected {string.Join(" or ", negative)}");
            }
        });
    }

    /// <summary>Whether the command line asks to fail on a verdict.</summary>
    public bool IsAskedFor(ParseResult arguments, string verdict)
    {
        if (arguments.GetResult(this) is null or { Implicit: true })
        {
            return false;
        }

        var asked = arguments.GetValue(this);
        return (asked is { Length: > 0 } ? asked : negative).Contains(verdict, StringComparer.Ordinal);
    }
}
