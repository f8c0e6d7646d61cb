using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Constraints;

/// <summary>Reads one <see cref="Constraint"/>; the grammar is that of <see cref="ConstraintSet.Parse"/>.</summary>
internal static class ConstraintText
{
    private const string NotNull = " not null when ";
    private const string Matches = " matches ";
    private const string Unique = "unique ";
    private const string Combinations = "combinations ";
    private static readonly TimeSpan MatchTime = TimeSpan.FromSeconds(1);

    /// <summary>Reads a constraint.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says what was found and expected.</exception>
    public static Constraint Parse(Schema schema, string text)
    {
        if (text.StartsWith(Unique, StringComparison.Ordinal))
        {
            return new UniqueConstraint(text, Columns(schema, text[Unique.Length..], fewest: 1));
        }

        if (text.StartsWith(Combinations, StringComparison.Ordinal))
        {
            return new CombinationConstraint(text, Columns(schema, text[Combinations.Length..], fewest: 2));
        }

        if (text.IndexOf(NotNull, StringComparison.Ordinal) is var at and > 0)
        {
            var when = ConditionText.Parse(schema, text[(at + NotNull.Length)..]);
            var column = Column(schema, text[..at]);
            return when.Share is null && schema.IndexOf(when.Column.Name) != column
                ? new RowConstraint(text, new NotNullRule(schema, column, when, text))
                : throw new FormatException("a share, or one column twice; expected a condition on another column");
        }

        return text.IndexOf(Matches, StringComparison.Ordinal) is var place and > 0
            ? new PatternConstraint(text, TextColumn(schema, text[..place]), Expression(text[(place + Matches.Length)..]))
            : LinearText.Parse(schema, text);
    }

    /// <summary>The position of a column, whose name may be in double quotes.</summary>
    public static int Column(Schema schema, string text)
    {
        var (name, at) = (text.Trim(), 0);
        name = name.StartsWith('"') ? ConditionToken.Unquote(name, ref at) : name;
        var index = schema.IndexOf(name);
        return index >= 0 ? index
            : throw new FormatException(
                $"no column is named '{name}'; expected {NearMatch.Expected(name, [.. schema.Columns.Select(column => column.Name)])}");
    }

    private static int TextColumn(Schema schema, string text)
    {
        var column = Column(schema, text);
        return schema[column].IsNominal ? column : throw new FormatException($"column '{schema[column].Name}' holds numbers; expected texts");
    }

    private static ImmutableArray<int> Columns(Schema schema, string text, int fewest)
    {
        ImmutableArray<int> columns = [.. ConditionToken.Split(text, withRanges: false)
            .Where(token => token.Kind != ConditionTokenKind.Comma)
            .Select(token => Column(schema, token.Text))];
        return columns.Length >= fewest && columns.Distinct().Count() == columns.Length ? columns
            : throw new FormatException($"{columns.Length} columns; expected at least {fewest}, each once");
    }

    private static Regex Expression(string text)
    {
        try
        {
            return new Regex($@"\A(?:{text.Trim()})\z", RegexOptions.CultureInvariant, MatchTime);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"'{text.Trim()}' ({exception.Message}); expected a regular expression", exception);
        }
    }
}
