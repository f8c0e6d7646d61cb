using System.Globalization;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Texts;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Constraints;

/// <summary>Reads comparisons of sums, such as <c>a + 2 * b &lt;= c</c>.</summary>
internal static class LinearText
{
    /// <summary>Reads a comparison.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says what was found and expected.</exception>
    public static RowConstraint Parse(Schema schema, string text)
    {
        var tokens = Split(text);
        var place = tokens.FindIndex(token => Find(token) is not null);
        if (place < 0 || tokens.FindLastIndex(token => Find(token) is not null) != place)
        {
            throw new FormatException(
                "expected 'a <= b', 'a + b = c', 'unique a', 'combinations a, b', 'a not null when b=x' or 'a matches EXPRESSION'");
        }

        var columns = new SortedDictionary<int, double>();
        var constant = Side(schema, tokens[(place + 1)..], -1, columns) + Side(schema, tokens[..place], 1, columns);
        (int Position, double Coefficient)[] terms = [.. columns.Where(term => term.Value != 0).Select(term => (term.Key, term.Value))];
        return terms.Length > 0
            ? new RowConstraint(text, new LinearRule([.. terms], Find(tokens[place])!.Value, -constant, text))
            : throw new FormatException("no column is left; expected at least one");
    }

    private static Comparison? Find(string token) => token switch
    {
        "<" => Comparison.Less,
        "<=" => Comparison.AtMost,
        "=" or "==" => Comparison.Equal,
        ">=" => Comparison.AtLeast,
        ">" => Comparison.Greater,
        _ => null,
    };

    /// <summary>Adds a side's columns, and returns the sum of its constants.</summary>
    private static double Side(Schema schema, List<string> tokens, double sign, SortedDictionary<int, double> columns)
    {
        var constant = 0.0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var own = sign;
            if (at > 0)
            {
                own = tokens[at++] switch
                {
                    "+" => sign,
                    "-" => -sign,
                    var other => throw new FormatException($"'{other}'; expected '+' or '-' with blanks around it"),
                };
            }

            if (at >= tokens.Count)
            {
                throw new FormatException("a sign with nothing behind it; expected a column or a number");
            }

            var isNumber = double.TryParse(tokens[at], NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
            if (isNumber && at + 2 < tokens.Count && tokens[at + 1] == "*")
            {
                (own, isNumber, at) = (own * number, false, at + 2);
            }

            if (isNumber || TryInstant(schema, tokens[at], out number))
            {
                constant += own * number;
            }
            else
            {
                var column = ConstraintText.Column(schema, tokens[at]);
                columns[column] = columns.GetValueOrDefault(column) + (schema[column].IsNominal
                    ? throw new FormatException($"column '{schema[column].Name}' holds names; expected numbers")
                    : own);
            }
        }

        return tokens.Count > 0 ? constant : throw new FormatException("nothing on one side; expected columns or numbers");
    }

    private static bool TryInstant(Schema schema, string text, out double value)
    {
        value = 0;
        return schema.IndexOf(text) < 0 && schema.Columns.FirstOrDefault(column => column.Kind == ColumnKind.Datetime) is { } dates
            && new ValueText(dates).TryParse(text, out value) && double.IsFinite(value);
    }

    /// <summary>Cuts at blanks outside of double quotes.</summary>
    private static List<string> Split(string text)
    {
        var tokens = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            var start = at;
            if (text[at] == '"')
            {
                ConditionToken.Unquote(text, ref at);
            }
            else
            {
                at = text.IndexOf(' ', at) is var blank and >= 0 ? blank : text.Length;
            }

            tokens.Add(text[start..at]);
        }

        return tokens;
    }
}
