using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SynthMonitor.Console;

namespace SynthMonitor.Commands;

/// <summary>A command: its arguments, its examples and what it does. One class each; <see cref="CommandLine"/> lists them.</summary>
internal abstract class ConsoleCommand : Command
{
    /// <summary>Creates a command.</summary>
    /// <param name="name">The word that calls it.</param>
    /// <param name="description">What it does; shown in the list of commands and at the top of its help.</param>
    /// <param name="examples">Examples for its help.</param>
    protected ConsoleCommand(string name, string description, params ReadOnlySpan<Example> examples)
        : base(name, description)
    {
        Examples = [.. examples];
        SetAction((arguments, cancellation) => Execute(arguments, TerminalFor(arguments), cancellation));
    }

    /// <summary>Examples for its help.</summary>
    public ImmutableArray<Example> Examples { get; }

    /// <summary>Does the work.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="terminal">Where to speak.</param>
    /// <param name="cancellation">Cancelled by Ctrl-C and SIGTERM.</param>
    /// <returns>The <see cref="ExitCode"/>.</returns>
    /// <exception cref="Data.InputException">The input cannot be used.</exception>
    protected abstract Task<int> Execute(ParseResult arguments, Terminal terminal, CancellationToken cancellation);

    /// <summary>Takes only whole numbers from a bound on.</summary>
    protected static void AtLeast(Option<int> option, int bound) =>
        option.CustomParser = result => Parse<int>(result, option, value => value >= bound, $"a whole number of at least {bound}") ?? 0;

    /// <inheritdoc cref="AtLeast(Option{int}, int)"/>
    protected static void AtLeast(Option<int?> option, int bound) =>
        option.CustomParser = result => Parse<int>(result, option, value => value >= bound, $"a whole number of at least {bound}");

    /// <summary>Takes only finite numbers above 0.</summary>
    protected static void Positive(Option<double?> option) =>
        option.CustomParser = result => Parse<double>(result, option, value => value > 0 && double.IsFinite(value), "a number above 0");

    /// <summary>Takes only some values.</summary>
    protected static void OneOf(Option<string> option, params string[] values)
    {
        option.CompletionSources.Add(values);
        option.Validators.Add(result =>
        {
            if (!values.Contains(result.GetValueOrDefault<string>(), StringComparer.Ordinal))
            {
                result.AddError($"{option.Name} {result.GetValueOrDefault<string>()}: expected {string.Join(" or ", values)}");
            }
        });
    }

    private static T? Parse<T>(ArgumentResult result, Option option, Func<T, bool> isGood, string expected)
        where T : struct, IParsable<T>
    {
        var text = result.Tokens[0].Value;
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value) && isGood(value))
        {
            return value;
        }

        result.AddError($"{option.Name} {text}: expected {expected}");
        return null;
    }

    private Terminal TerminalFor(ParseResult arguments) => new(
        arguments.InvocationConfiguration.Output,
        arguments.InvocationConfiguration.Error,
        Options.OfType<JsonOption>().Any(option => arguments.GetValue(option) == JsonOption.StandardOutput));
}
