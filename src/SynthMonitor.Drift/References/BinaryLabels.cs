using System.Collections.Immutable;
using System.Globalization;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.References;

/// <summary>The labels of a binary target.</summary>
/// <param name="Positive">The positive value, as text.</param>
/// <param name="Labels">For each row whether it is positive; null where the label is missing.</param>
internal sealed record BinaryLabels(string Positive, ImmutableArray<bool?> Labels)
{
    /// <summary>The labels of a table, or null where its target is not binary.</summary>
    /// <exception cref="InputException">The positive value does not occur.</exception>
    public static BinaryLabels? Of(Table table, string? positive)
    {
        if (table.WithRole(ColumnRole.Target) is not { } target)
        {
            return null;
        }

        var values = Enumerable.Range(0, target.Rows).Select(row => ValueOf(target, row)).ToArray();
        var distinct = values.OfType<string>().Distinct(StringComparer.Ordinal).Take(3).ToArray();
        if (distinct.Length != 2)
        {
            return null;
        }

        var chosen = positive is null ? Greater(target, distinct[0], distinct[1]) : Canonical(target, positive);
        return distinct.Contains(chosen, StringComparer.Ordinal)
            ? new(chosen, [.. values.Select(value => value is null ? default(bool?) : value == chosen)])
            : throw new InputException(null, null, target.Name, $"positive value '{positive}'", $"'{distinct[0]}' or '{distinct[1]}'");
    }

    /// <summary>The labels with the table's scores, or null where it has none.</summary>
    public OutcomeCounts? Outcomes(Table table)
    {
        if (table.WithRole(ColumnRole.Score) is not NumberColumn scores)
        {
            return null;
        }

        var outcomes = new OutcomeCounts();
        for (var row = 0; row < Labels.Length; row++)
        {
            if (Labels[row] is { } label && !double.IsNaN(scores.Values[row]))
            {
                outcomes.Add(label, scores.Values[row]);
            }
        }

        return outcomes;
    }

    private static string? ValueOf(Column target, int row) => target switch
    {
        NameColumn names => names[row],
        NumberColumn numbers when double.IsFinite(numbers.Values[row]) => Text(numbers.Values[row]),
        _ => null,
    };

    private static string Greater(Column target, string first, string second) => target is NumberColumn
        ? Text(Math.Max(Parse(first), Parse(second)))
        : string.CompareOrdinal(first, second) > 0 ? first : second;

    private static string Canonical(Column target, string value) =>
        target is NumberColumn && double.TryParse(Truth(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Text(number)
            : value;

    private static string Truth(string value) => value.ToLowerInvariant() switch { "true" => "1", "false" => "0", _ => value };

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
