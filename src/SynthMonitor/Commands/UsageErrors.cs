using System.CommandLine;
using System.CommandLine.Parsing;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Commands;

/// <summary>What is wrong with a command line, one line each.</summary>
internal static class UsageErrors
{
    /// <summary>
    /// The errors of a command line. Words that were not understood come alone, because what else seems to be wrong (an option that is
    /// missing, a value too many) mostly follows from them.
    /// </summary>
    public static IEnumerable<string> Of(ParseResult arguments)
    {
        var unknown = Unknown(arguments).ToList();
        return unknown.Count > 0 ? unknown : arguments.Errors.Select(Describe).Distinct();
    }

    private static IEnumerable<string> Unknown(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        var words = arguments.UnmatchedTokens;
        if (command.Subcommands.Count > 0 && words is [var first, ..] && !IsOption(first))
        {
            return [Unknown("command", first, [.. command.Subcommands.Select(sub => sub.Name)])];
        }

        var options = OptionsOf(arguments).ToList();
        return words.Any(IsOption)
            ? words.Where(IsOption).Select(word => Unknown("option", word, options))
            : words.Select(word => $"'{word}' is one word too many; see --help");
    }

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static string Unknown(string what, string found, IReadOnlyList<string> names) =>
        $"unknown {what} '{found}'; {(NearMatch.Find(found, names) is { } near ? $"did you mean '{near}'?" : $"expected one of {string.Join(", ", names)}")}";

    private static IEnumerable<string> OptionsOf(ParseResult arguments) =>
        arguments.CommandResult.Command.Options
            .Concat(arguments.RootCommandResult.Command.Options.Where(option => option.Recursive))
            .Where(option => !option.Hidden)
            .Select(option => option.Name)
            .Distinct();

    private static string Describe(ParseError error) =>
        error is { SymbolResult: OptionResult { Option: var option, Tokens: [var token, ..] } } && error.Message.StartsWith("Cannot parse", StringComparison.Ordinal)
            ? $"{option.Name} {token.Value}: expected {Words(option.ValueType)}"
            : OneLine(error.Message);

    private static string Words(Type type) => type == typeof(ulong) ? "a whole number of at least 0" : $"a value of type {type.Name}";

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
