using System.Collections.Immutable;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;

namespace SynthMonitor.Learning.Tournaments;

/// <summary>How a recipe did on the holdout.</summary>
/// <param name="Name">The recipe.</param>
/// <param name="Auc">Binary: its AUC; null where undefined.</param>
/// <param name="Rmse">Regression: its root mean squared error.</param>
/// <param name="LogLoss">Classifiers: its log-loss.</param>
/// <param name="Accuracy">Classifiers: its accuracy.</param>
/// <param name="Gain">How much better than the champion it is by the task's metric.</param>
/// <param name="Seconds">How long its training took.</param>
/// <param name="SyntheticRows">The number of synthetic rows that it was trained on.</param>
public sealed record RecipeResult(
    string Name, double? Auc, double? Rmse, double? LogLoss, double? Accuracy, GainInterval? Gain, double Seconds, int SyntheticRows);

/// <summary>What came of synthetic rows.</summary>
/// <param name="Used">Whether the promoted model was trained on synthetic rows.</param>
/// <param name="Verdict">In words, with the difference to the same recipe without them.</param>
public sealed record SyntheticResult(bool Used, string Verdict);

/// <summary>The rows of a table that were judged on.</summary>
/// <param name="Start">The first row of the holdout in the recent table.</param>
/// <param name="Rows">The number of rows from there.</param>
/// <param name="Judged">The number of those that had an outcome and a score of the champion.</param>
public sealed record HoldoutRange(int Start, int Rows, int Judged);

/// <summary>What came of a tournament.</summary>
public sealed record TournamentResult
{
    /// <summary>The recipes, in the order in which they were trained.</summary>
    public required ImmutableArray<RecipeResult> Recipes { get; init; }

    /// <summary>The champion's metrics on the same rows.</summary>
    public required Scores Champion { get; init; }

    /// <summary>The promoted recipe, or <c>keep</c>.</summary>
    public required string Winner { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why, in plain sentences.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>What came of synthetic rows.</summary>
    public required SyntheticResult Synthetic { get; init; }

    /// <summary>The promoted model, or null when the champion stays.</summary>
    public required TrainedModel? Model { get; init; }

    /// <summary>What was judged on.</summary>
    public required HoldoutRange Holdout { get; init; }
}
