using System.Globalization;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Learning.Tasks;

/// <summary>Reads the target column of a table as the numbers that trainers and the judge use.</summary>
public static class Outcomes
{
    /// <summary>The target column.</summary>
    /// <exception cref="InputException">There is none; the error names a near match.</exception>
    public static Column Find(Table table, string target) => table.Find(target)
        ?? throw new InputException(null, null, null, $"no target column named '{target}'", NearMatch.Expected(target, [.. table.Schema.Columns.Select(column => column.Name)]));

    /// <summary>For each row the outcome: 1 or 0 (binary), the position in <see cref="LearningTask.Classes"/> (multiclass) or the value
    /// (regression); NaN where it is missing or, for a regression, not a finite number.</summary>
    /// <exception cref="InputException">The column is not there, holds names for a regression, or holds a class that the task does not know.</exception>
    public static double[] Of(LearningTask task, Table table)
    {
        var column = Find(table, task.Target);
        if (task.Kind == TaskKind.Regression)
        {
            return column is NumberColumn numbers
                ? Array.ConvertAll(numbers.Values.ToArray(), value => double.IsFinite(value) ? value : double.NaN)
                : throw new InputException(null, null, task.Target, "names", "numbers for a regression");
        }

        var texts = CellTexts.Of(column);
        return task.Kind == TaskKind.Binary
            ? Array.ConvertAll(texts, text => text is null ? double.NaN : IsPositive(text, task.Positive!) ? 1 : 0)
            : Array.ConvertAll(texts, text => text is null ? double.NaN : Position(task, text));
    }

    /// <summary>Whether a text is the positive class: the same text, the same number, true counting as 1 and false as 0.</summary>
    internal static bool IsPositive(string text, string positive) =>
        text == positive || (Number(text) is { } value && Number(positive) is { } wanted && value == wanted);

    private static double Position(LearningTask task, string text) => task.Classes.IndexOf(text) is var position and >= 0
        ? position
        : throw new InputException(null, null, task.Target, $"the class '{text}', which the model does not know", NearMatch.Expected(text, task.Classes));

    private static double? Number(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) ? 1
        : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? 0
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
