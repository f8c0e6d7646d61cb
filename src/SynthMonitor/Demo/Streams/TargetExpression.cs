using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;

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

        var names = NearMatch.Expected(text, [.. schema.Columns.Select(column => column.Name)]);
        throw new InputException(file, null, null, $"target '{text}' is no column", $"a column, or a comparison such as COLUMN>15: {names}");
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
        var names = column is NumberColumn numbers ? ClassesOf(numbers) : ClassesOf((NameColumn)column);
        var counts = names.OfType<string>().CountBy(name => name).ToDictionary(StringComparer.Ordinal);
        if (counts.Count != 2)
        {
            var shown = string.Join(", ", counts.Keys.Order(StringComparer.Ordinal).Take(5)) + (counts.Count > 5 ? ", …" : "");
            throw new InputException(
                file, null, Column, $"target '{this}' has {counts.Count} classes{(counts.Count == 0 ? "" : $" ({shown})")}",
                "two classes, or a comparison that makes two, such as COLUMN>15 or COLUMN=yes");
        }

        var positive = Comparison is not null ? Holds
            : column is NumberColumn numeric ? names[Greatest(numeric.Values)]!
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

    /// <summary>The row of the greatest number.</summary>
    private static int Greatest(ReadOnlySpan<double> values)
    {
        var greatest = -1;
        for (var row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]) && (greatest < 0 || values[row] > values[greatest]))
            {
                greatest = row;
            }
        }

        return greatest;
    }

    private void Check(ColumnSchema column, string? file)
    {
        if (column.IsNominal && Comparison is not (Streams.Comparison.Equal or Streams.Comparison.Different))
        {
            throw new InputException(file, null, Column, $"'{this}' compares names by size", "= or != for a column of names");
        }

        if (!column.IsNominal && !TextOf(column).TryParse(Operand, out _))
        {
            throw new InputException(file, null, Column, $"'{this}' compares with '{Operand}'", TextOf(column).Expected);
        }
    }

    /// <summary>How the operand is written: as the values of the column; integers can be compared with any number.</summary>
    private static ValueText TextOf(ColumnSchema column) =>
        new(column.Kind == ColumnKind.Integer ? column with { Kind = ColumnKind.Numeric } : column);

    private string?[] ClassesOf(NumberColumn column)
    {
        var operand = TextOf(column.Schema).TryParse(Operand, out var number) ? number : Number.Missing;
        var text = new ValueText(column.Schema);
        Span<char> scratch = stackalloc char[32];
        var classes = new string?[column.Rows];
        for (var row = 0; row < classes.Length; row++)
        {
            var value = column.Values[row];
            classes[row] = double.IsNaN(value) ? null
                : Comparison is null ? text.Format(value, scratch).ToString()
                : Class(value.CompareTo(operand));
        }

        return classes;
    }

    private string?[] ClassesOf(NameColumn column) =>
    [
        .. Enumerable.Range(0, column.Rows).Select(row =>
            column[row] is not { } name ? null : Comparison is null ? name : Class(string.CompareOrdinal(name, Operand))),
    ];

    private string Class(int order) => Comparison switch
    {
        Streams.Comparison.Above => order > 0,
        Streams.Comparison.AtLeast => order >= 0,
        Streams.Comparison.Below => order < 0,
        Streams.Comparison.AtMost => order <= 0,
        Streams.Comparison.Equal => order == 0,
        _ => order != 0,
    } ? Holds : HoldsNot;
}
