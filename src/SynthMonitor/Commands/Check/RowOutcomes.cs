using System.Globalization;
using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Commands.Check;

/// <summary>The scores and labels of rows in order of time.</summary>
/// <param name="scores">The score of each row, in [0, 1]; NaN where there is none.</param>
/// <param name="labels">Whether the label of each row is positive; null where there is none.</param>
internal sealed class RowOutcomes(double[] scores, bool?[] labels)
{
    /// <summary>Takes scores and labels from columns.</summary>
    /// <param name="file">What errors call the file.</param>
    /// <param name="score">Probabilities of the positive class.</param>
    /// <param name="label">Labels.</param>
    /// <param name="positive">The positive label, or null for the greater of two.</param>
    /// <exception cref="InputException">Scores are no probabilities, or there are no two labels of which one is positive.</exception>
    public static RowOutcomes Of(string file, Column score, Column label, string? positive)
    {
        if (score is not NumberColumn numbers)
        {
            throw new InputException(file, null, score.Name, "names", "scores between 0 and 1");
        }

        var scores = numbers.Values.ToArray();
        var odd = Array.FindIndex(scores, value => value is < 0 or > 1);
        if (odd >= 0)
        {
            throw new InputException(file, null, score.Name, $"the score {scores[odd].ToString(CultureInfo.InvariantCulture)} in row {odd}", "probabilities between 0 and 1");
        }

        string?[] texts = [.. Enumerable.Range(0, label.Rows).Select(row => TextOf(label, row))];
        string[] distinct = [.. texts.OfType<string>().Distinct(StringComparer.Ordinal).Take(3)];
        var chosen = positive ?? (distinct.Length == 2 ? Greater(distinct[0], distinct[1]) : null);
        if (chosen is null || !distinct.Contains(chosen, StringComparer.Ordinal))
        {
            throw new InputException(
                file, null, label.Name, $"the labels {string.Join(", ", distinct.Order(StringComparer.Ordinal))}", positive is null ? "two" : $"'{positive}', which the reference calls positive, among them");
        }

        return new(scores, [.. texts.Select(text => text is null ? default(bool?) : text == chosen)]);
    }

    /// <summary>The outcomes of a block.</summary>
    public OutcomeCounts Of(RowBlock block)
    {
        var counts = new OutcomeCounts();
        for (var row = block.Start; row < block.End; row++)
        {
            if (labels[row] is { } label && !double.IsNaN(scores[row]))
            {
                counts.Add(label, scores[row]);
            }
        }

        return counts;
    }

    private static string? TextOf(Column column, int row) => column switch
    {
        NameColumn names => names[row],
        NumberColumn numbers when double.IsFinite(numbers.Values[row]) => numbers.Values[row].ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Greater(string first, string second) =>
        double.TryParse(first, CultureInfo.InvariantCulture, out var a) && double.TryParse(second, CultureInfo.InvariantCulture, out var b)
            ? (a > b ? first : second)
            : (string.CompareOrdinal(first, second) > 0 ? first : second);
}
