using System.Globalization;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Synthesis.Conditions;

/// <summary>Reads and writes one <see cref="Condition"/> as text; the grammar is that of <see cref="ConditionSet.Parse"/>.</summary>
internal static class ConditionText
{
    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says what was found and expected.</exception>
    public static Condition Parse(Schema schema, string text)
    {
        var at = 0;
        var name = text.StartsWith('"') ? ConditionToken.Unquote(text, ref at) : text[..(at = Math.Max(0, text.IndexOf('=')))].Trim();
        if (at >= text.Length || text[at] != '=')
        {
            throw new FormatException("no '='; expected column=value, column=value,value or column=low..high");
        }

        var column = Find(schema, name);
        var tokens = ConditionToken.Split(text[(at + 1)..], withRanges: !column.IsNominal);
        var colon = tokens.FindIndex(token => token.Kind == ConditionTokenKind.Colon);
        var share = colon < 0 ? (double?)null : Share(tokens[(colon + 1)..]);
        var isExcluding = tokens is [{ Kind: ConditionTokenKind.Not }, ..];
        var values = tokens[(isExcluding ? 1 : 0)..(colon < 0 ? tokens.Count : colon)];
        ValueSet set = column.IsNominal
            ? ValueSetText.ParseNames(values, isExcluding)
            : ValueSetText.ParseNumbers(values, isExcluding, column);
        return new(column, set, share);
    }

    /// <summary>The text of a condition.</summary>
    public static string Format(Condition condition)
    {
        var name = condition.Column.Name;
        var values = condition.Values is NameSet names
            ? ValueSetText.Format(names)
            : ValueSetText.Format((NumberSet)condition.Values, condition.Column);
        var share = condition.Share is { } part ? ":" + part.ToString("R", CultureInfo.InvariantCulture) : "";
        return $"{(name.Contains('=') || name.StartsWith('"') || name.Trim() != name ? ValueSetText.Quote(name) : name)}={values}{share}";
    }

    private static ColumnSchema Find(Schema schema, string name)
    {
        var index = schema.IndexOf(name);
        if (index < 0)
        {
            string[] names = [.. schema.Columns.Where(Condition.CanBeOn).Select(column => column.Name)];
            throw new FormatException($"no column is named '{name}'; expected {NearMatch.Expected(name, names)}");
        }

        return Condition.CanBeOn(schema[index]) ? schema[index]
            : throw new FormatException(
                $"column '{name}' holds keys or text, which are made up from a pattern; expected a column whose values are modelled");
    }

    private static double Share(List<ConditionToken> tokens) =>
        tokens is [{ Kind: ConditionTokenKind.Value } token]
        && double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : throw new FormatException($"'{string.Concat(tokens.Select(token => token.Text))}' behind ':'; "
                + "expected a share of the rows, 0 … 1 (put a value that holds ':' in double quotes)");
}
