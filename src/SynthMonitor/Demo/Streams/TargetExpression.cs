using System.Globalization;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams;

/// <summary>
/// What to predict, as written on the command line: the name of a column that holds two classes, or a comparison that makes two classes
/// of a column: <c>ArrDelay&gt;15</c>, <c>grade&lt;=2</c>, <c>income=&gt;50K</c>, <c>status!=paid</c>. The class for which the comparison
/// holds is the positive one; where the column is missing or not a number, so is the target.
/// </summary>
/// <param name="Column">The column that the target is made of.</param>
/// <param name="Comparison">The comparison, or null for the column itself.</param>
/// <param name="Operand">What the column is compared with; empty without a comparison.</param>
public sealed record TargetExpression(string Column, Comparison? Comparison, string Operand)
{
    /// <summary>The positive class of a comparison.</summary>
    public const string Holds = "yes";

    /// <summary>The negative class of a comparison.</summary>
    public const string HoldsNot = "no";

    private static readonly (string Text, Comparison Comparison)[] Signs =
    [
        (">=", Streams.Comparison.AtLeast), ("<=", Streams.Comparison.AtMost), ("!=", Streams.Comparison.Different),
        (">", Streams.Comparison.Above), ("<", Streams.Comparison.Below), ("=", Streams.Comparison.Equal),
    ];

    /// <summary>Reads an expression. A text that is the name of a column means that column, whatever signs it contains.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="schema">The columns there are.</param>
    /// <param name="file">The file's name, for errors; or null.</param>
    /// <exception cref="InputException">The column is not there, or cannot be compared so.</exception>
    public static TargetExpression Parse(string text, Schema schema, string? file)
    {
        if (schema.IndexOf(text) >= 0)
        {
            return new(text, null, "");
        }

        for (var at = text.Length - 1; at > 0; at--)
        {
            var column = text[..at].Trim();
            if (schema.IndexOf(column) is var index and >= 0 && Sign(text[at..]) is { } sign)
            {
                var expression = new TargetExpression(column, sign.Comparison, text[(at + sign.Text.Length)..].Trim());
                expression.Check(schema[index], file);
                return expression;
            }
        }

        var names = string.Join(", ", schema.Columns.Select(column => column.Name));
        throw new InputException(
            file, null, null, $"target '{text}' is no column", $"a column, or a comparison such as COLUMN>15 or COLUMN=yes, of {names}");
    }

    /// <summary>Makes the target of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">The file's name, for errors; or null.</param>
    /// <returns>
    /// The target as a categorical column, and its two classes. Of a column itself the positive class is the greater number, true, or the
    /// rarer name.
    /// </returns>
    /// <exception cref="InputException">The target does not have two classes.</exception>
    public (NameColumn Column, string Positive, string Negative) Apply(Table table, string? file)
    {
        var column = table[Column];
        var names = new string?[column.Rows];
        for (var row = 0; row < names.Length; row++)
        {
            names[row] = column switch
            {
                NumberColumn numbers => double.IsNaN(numbers.Values[row]) ? null : Name(numbers.Values[row], column.Schema),
                _ => ((NameColumn)column)[row] is { } name ? Name(name) : null,
            };
        }

        var counts = names.OfType<string>().CountBy(name => name).ToDictionary(StringComparer.Ordinal);
        if (counts.Count != 2)
        {
            var shown = string.Join(", ", counts.Keys.Order(StringComparer.Ordinal).Take(5)) + (counts.Count > 5 ? ", …" : "");
            throw new InputException(
                file, null, Column, $"target '{this}' has {counts.Count} classes{(counts.Count == 0 ? "" : $" ({shown})")}",
                "two classes, or a comparison that makes two, such as COLUMN>15 or COLUMN=yes");
        }

        var positive = Comparison is not null ? Holds
            : column is NumberColumn numeric ? Name(Greatest(numeric.Values), column.Schema)
            : counts.OrderBy(entry => entry.Value).ThenByDescending(entry => entry.Key, StringComparer.Ordinal).First().Key;
        var schema = new ColumnSchema(ToString(), ColumnKind.Categorical, ColumnRole.Target);
        return (NameColumn.From(schema, names), positive, counts.Keys.Single(name => name != positive));
    }

    /// <summary>The text that <see cref="Parse"/> reads: also the name of the target.</summary>
    public override string ToString() => Comparison is null
        ? Column
        : $"{Column}{Signs.First(sign => sign.Comparison == Comparison).Text}{Operand}";

    private static (string Text, Comparison Comparison)? Sign(string text)
    {
        foreach (var sign in Signs)
        {
            if (text.StartsWith(sign.Text, StringComparison.Ordinal))
            {
                return sign;
            }
        }

        return null;
    }

    private static double Greatest(ReadOnlySpan<double> values)
    {
        var greatest = double.NegativeInfinity;
        foreach (var value in values)
        {
            greatest = value > greatest ? value : greatest;
        }

        return greatest;
    }

    private void Check(ColumnSchema column, string? file)
    {
        if (column.IsNominal && Comparison is not (Streams.Comparison.Equal or Streams.Comparison.Different))
        {
            throw new InputException(file, null, Column, $"'{this}' compares names by size", "= or != for a column of names");
        }

        if (!column.IsNominal && Number(column) is null)
        {
            throw new InputException(file, null, Column, $"'{this}' compares numbers with '{Operand}'", "a number");
        }
    }

    private double? Number(ColumnSchema column)
    {
        if (column.Kind == ColumnKind.Boolean && Array.IndexOf(Texts(column), Operand) is var position and >= 0)
        {
            return position;
        }

        return double.TryParse(Operand, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number)
            ? number
            : null;
    }

    private string Name(double value, ColumnSchema column)
    {
        if (Comparison is null)
        {
            return column.Kind == ColumnKind.Boolean ? Texts(column)[(int)value] : value.ToString(CultureInfo.InvariantCulture);
        }

        var order = value.CompareTo(Number(column)!.Value);
        return Comparison switch
        {
            Streams.Comparison.Above => order > 0,
            Streams.Comparison.AtLeast => order >= 0,
            Streams.Comparison.Below => order < 0,
            Streams.Comparison.AtMost => order <= 0,
            Streams.Comparison.Equal => order == 0,
            _ => order != 0,
        } ? Holds : HoldsNot;
    }

    private string Name(string value) =>
        Comparison is null ? value : (value == Operand) == (Comparison == Streams.Comparison.Equal) ? Holds : HoldsNot;

    private static string[] Texts(ColumnSchema column) => (column.Format ?? "false|true").Split('|');
}
