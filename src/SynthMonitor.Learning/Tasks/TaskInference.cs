using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Learning.Tasks;

/// <summary>Tells from a target column what is to be predicted.</summary>
public static class TaskInference
{
    /// <summary>The most classes that a classifier is trained for.</summary>
    public const int MaximumClasses = 100;

    /// <summary>Whole numbers with at most so many distinct values are classes unless a regression is asked for.</summary>
    public const int MaximumNumberClasses = 10;

    private static readonly string[] PositiveTexts = ["1", "true", "yes", "y", "positive", "t"];

    /// <summary>The task of a target column: two distinct values are binary, more names or few whole numbers multiclass, other numbers a regression.</summary>
    /// <param name="table">Rows, some of them with an outcome.</param>
    /// <param name="target">The target column's name.</param>
    /// <param name="kind">The kind, or null to infer it.</param>
    /// <param name="positive">Binary: the text of the positive class; null for the one that says so (1, true, yes, …), else the rarer.</param>
    /// <param name="metric">The metric, or null for the kind's default.</param>
    /// <exception cref="InputException">The target is not there, all missing, constant, of too many classes, or does not fit what was asked for.</exception>
    public static LearningTask Infer(Table table, string target, TaskKind? kind = null, string? positive = null, Metric? metric = null)
    {
        var column = Outcomes.Find(table, target);
        if (Enumerable.Range(0, column.Rows).All(column.IsMissing))
        {
            throw new InputException(null, null, target, column.Rows == 0 ? "no rows" : "a target that is missing in all rows", "outcomes to learn from");
        }

        var counts = CellTexts.Of(column).OfType<string>().CountBy(text => text).ToDictionary(StringComparer.Ordinal);
        if (counts.Count == 1)
        {
            throw new InputException(null, null, target, $"a target that is always '{counts.Keys.Single()}'", "at least two outcomes");
        }

        kind ??= positive is not null ? TaskKind.Binary : KindOf(column, counts.Count);
        var task = kind switch
        {
            TaskKind.Binary => LearningTask.Binary(target, PositiveOf(target, counts, positive)),
            TaskKind.Multiclass => LearningTask.Multiclass(target, ClassesOf(column, counts)),
            _ => LearningTask.Regression(target),
        };
        task = metric is { } chosen ? task with { Metric = chosen } : task;
        task.Validate();
        _ = Outcomes.Of(task, table);
        return task;
    }

    private static TaskKind KindOf(Column column, int distinct) =>
        distinct == 2 ? TaskKind.Binary
        : column.Schema.IsNominal || (column.Schema.Kind == ColumnKind.Integer && distinct <= MaximumNumberClasses) ? TaskKind.Multiclass
        : TaskKind.Regression;

    private static string PositiveOf(string target, Dictionary<string, int> counts, string? positive)
    {
        if (positive is not null)
        {
            return counts.Keys.Any(text => Outcomes.IsPositive(text, positive))
                ? positive
                : throw new InputException(null, null, target, $"no row of the positive class '{positive}'", NearMatch.Expected(positive, counts.Keys));
        }

        if (counts.Count > 2)
        {
            throw new InputException(null, null, target, $"{counts.Count} classes for a binary task", "two, or the positive class by name");
        }

        return counts.Keys.FirstOrDefault(text => PositiveTexts.Contains(text, StringComparer.OrdinalIgnoreCase))
            ?? counts.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
    }

    private static ImmutableArray<string> ClassesOf(Column column, Dictionary<string, int> counts)
    {
        if (counts.Count > MaximumClasses)
        {
            throw new InputException(null, null, column.Name, $"{counts.Count} classes", $"at most {MaximumClasses}");
        }

        return [.. counts.Keys.Order(StringComparer.Ordinal)];
    }
}
