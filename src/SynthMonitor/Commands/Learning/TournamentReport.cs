using System.Text.Json.Serialization;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Tournaments;

namespace SynthMonitor.Commands.Learning;

/// <summary>What came of a tournament, as JSON.</summary>
/// <param name="Diagnosis">What kind of change there is.</param>
/// <param name="Recipes">How the recipes did on the latest real rows.</param>
/// <param name="Champion">How the champion did on them.</param>
/// <param name="Winner">The promoted recipe, or <c>keep</c>.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Synthetic">What came of synthetic rows.</param>
/// <param name="Holdout">The recent rows that judged.</param>
internal sealed record TournamentReport(
    DiagnosisReport Diagnosis,
    IReadOnlyList<RecipeReport> Recipes,
    MetricReport Champion,
    string Winner,
    Verdict Verdict,
    IReadOnlyList<string> Reasons,
    SyntheticReport Synthetic,
    HoldoutRange Holdout)
{
    /// <summary>The report on a tournament.</summary>
    public static TournamentReport Of(TournamentOutcome outcome)
    {
        var result = outcome.Result;
        return new(
            new(outcome.Change.Diagnosis is { } diagnosis ? KindText.Of(diagnosis.Kind) : KindText.None, outcome.Change.Diagnosis?.Reasons ?? [], outcome.Change.Columns),
            [.. result.Recipes.Select(recipe => new RecipeReport(recipe.Name, recipe.Auc, recipe.Rmse, recipe.LogLoss, recipe.Gain, recipe.Seconds, recipe.SyntheticRows))],
            MetricReport.Of(result.Champion),
            outcome.Winner,
            outcome.Verdict,
            outcome.Reasons,
            new(
                result.Synthetic.Used && outcome.Verdict == Verdict.Promote,
                result.Synthetic.Verdict,
                [.. outcome.EdgeCases.Select(made => new EdgeCaseReport(made.Plan.Name, made.Rows, made.Plan.Reason, made.Refusal))]),
            result.Holdout);
    }
}

/// <summary>What kind of change there is.</summary>
/// <param name="Kind"><c>none</c>, <c>covariate</c>, <c>concept</c>, <c>new-slice</c>, <c>label-shift</c> or <c>quality</c>.</param>
/// <param name="Reasons">The findings that decided.</param>
/// <param name="Columns">The columns that drifted.</param>
internal sealed record DiagnosisReport(string Kind, IReadOnlyList<string> Reasons, IReadOnlyList<string> Columns);

/// <summary>How a recipe did; see <see cref="RecipeResult"/>.</summary>
internal sealed record RecipeReport(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Auc,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Rmse,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? LogLoss,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GainInterval? Gain,
    double Seconds,
    int SyntheticRows);

/// <summary>What came of synthetic rows.</summary>
/// <param name="Used">Whether the promoted model learnt from some.</param>
/// <param name="Verdict">In words.</param>
/// <param name="EdgeCases">What was made.</param>
internal sealed record SyntheticReport(bool Used, string Verdict, IReadOnlyList<EdgeCaseReport> EdgeCases);

/// <summary>Synthetic rows of one kind.</summary>
/// <param name="Name">Their plan's name.</param>
/// <param name="Rows">How many were made.</param>
/// <param name="Reason">Why.</param>
/// <param name="Refusal">Why none could be made, or null.</param>
internal sealed record EdgeCaseReport(string Name, int Rows, string Reason, string? Refusal);
