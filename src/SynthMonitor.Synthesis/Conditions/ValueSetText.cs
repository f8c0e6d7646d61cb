using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Synthesis.Conditions;

/// <summary>Reads and writes the values of a condition.</summary>
internal static class ValueSetText
{
    /// <summary>Reads names; nothing at all stands for a missing value.</summary>
    public static NameSet ParseNames(List<ConditionToken> tokens, bool isExcluding)
    {
        var (items, withMissing) = Items(tokens);
        return new([.. items.Select(item => item[0].Text)], withMissing && !isExcluding, isExcluding);
    }

    /// <summary>Reads numbers and ranges of them; nothing at all stands for a missing value.</summary>
    public static NumberSet ParseNumbers(List<ConditionToken> tokens, bool isExcluding, ColumnSchema column)
    {
        var (items, withMissing) = Items(tokens);
        var ranges = items.Select(item => Range(item, column)).ToList();
        var set = new NumberSet([.. ranges], withMissing || isExcluding);
        return isExcluding ? (NumberSet)set.Complement() : set;
    }

    /// <summary>The text of names.</summary>
    public static string Format(NameSet set) => (set.IsExcluding ? "!" : "") + string.Join(',', set.Names
        .Select(QuoteWhereNeeded)
        .Concat(set.WithMissing && !set.IsExcluding ? [""] : Array.Empty<string>()));

    /// <summary>The text of numbers.</summary>
    public static string Format(NumberSet set, ColumnSchema column) => string.Join(',', set.Ranges
        .Select(range => range.Minimum.Equals(range.Maximum)
            ? QuoteWhereNeeded(FormatNumber(range.Minimum, column))
            : $"{End(range.Minimum, column)}..{End(range.Maximum, column)}")
        .Concat(set.WithMissing ? [""] : Array.Empty<string>()));

    /// <summary>A text in double quotes.</summary>
    public static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string End(double value, ColumnSchema column) =>
        double.IsInfinity(value) ? "" : QuoteWhereNeeded(FormatNumber(value, column));

    private static string QuoteWhereNeeded(string text) =>
        text.AsSpan().ContainsAny(",:\"!") || text.Length == 0 || text.Trim() != text ? Quote(text) : text;

    private static (List<List<ConditionToken>> Items, bool WithMissing) Items(List<ConditionToken> tokens)
    {
        var items = new List<List<ConditionToken>> { new() };
        foreach (var token in tokens)
        {
            if (token.Kind == ConditionTokenKind.Comma)
            {
                items.Add([]);
            }
            else
            {
                items[^1].Add(token);
            }
        }

        return (items.Where(item => item.Count > 0).ToList(), items.Any(item => item.Count == 0));
    }

    private static double ParseNumber(string text, ColumnSchema column)
    {
        var texts = new ValueText(column);
        return texts.TryParse(text, out var value) && !double.IsNaN(value) ? value
            : throw new FormatException($"'{text}'; expected {texts.Expected}, or low..high");
    }

    private static string FormatNumber(double value, ColumnSchema column) =>
        new ValueText(column).Format(value, stackalloc char[64]).ToString();

    private static NumberRange Range(List<ConditionToken> item, ColumnSchema column)
    {
        double Parse(ConditionToken token) => ParseNumber(token.Text, column);
        var range = item switch
        {
            [{ Kind: ConditionTokenKind.Value } only] => new NumberRange(Parse(only), Parse(only)),
            [{ Kind: ConditionTokenKind.Value } low, { Kind: ConditionTokenKind.Range }] => new(Parse(low), double.PositiveInfinity),
            [{ Kind: ConditionTokenKind.Range }, { Kind: ConditionTokenKind.Value } high] => new(double.NegativeInfinity, Parse(high)),
            [{ Kind: ConditionTokenKind.Value } low, { Kind: ConditionTokenKind.Range }, { Kind: ConditionTokenKind.Value } high] =>
                new(Parse(low), Parse(high)),
            _ => throw new FormatException($"'{string.Concat(item.Select(token => token.Text))}'; expected a value or low..high"),
        };
        return range.Minimum <= range.Maximum ? range
            : throw new FormatException(
                $"a range from {FormatNumber(range.Minimum, column)} down to {FormatNumber(range.Maximum, column)}; expected the lower end first");
    }
}
