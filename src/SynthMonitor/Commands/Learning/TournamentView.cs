using Spectre.Console;
using SynthMonitor.Console;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Recipes;

namespace SynthMonitor.Commands.Learning;

/// <summary>Shows a tournament, for people.</summary>
internal static class TournamentView
{
    /// <summary>Writes what came of it.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="output">Where a promoted model was to be written, or null.</param>
    public static void Show(Terminal terminal, TournamentOutcome outcome, string? output)
    {
        var result = outcome.Result;
        terminal.Line(outcome.Change.Diagnosis is { } diagnosis
            ? $"diagnosis: {KindText.Of(diagnosis.Kind)}: {string.Join("; ", diagnosis.Reasons)}"
            : "diagnosis: none: the recent rows look like the old ones");
        foreach (var made in outcome.EdgeCases)
        {
            terminal.Line($"edge cases: {made.Rows:N0} rows: {made.Refusal ?? made.Plan.Reason}");
        }

        var isRegression = result.Champion.Rmse is not null;
        var table = TerminalTable.Create("recipe").Numbers(isRegression ? ["rmse"] : ["auc", "log-loss"]).Numbers("gain", "at least", "seconds", "synthetic");
        string[] Metrics(double? auc, double? rmse, double? logLoss) => isRegression ? [$"{rmse:G5}"] : [$"{auc:F4}", $"{logLoss:F4}"];
        table.AddRow([Recipe.Keep + " (champion)", .. Metrics(result.Champion.Auc, result.Champion.Rmse, result.Champion.LogLoss), "", "", "", ""]);
        foreach (var recipe in result.Recipes)
        {
            var name = Markup.Escape(recipe.Name);
            table.AddRow([
                recipe.Name == outcome.Winner ? $"[bold]{name}[/]" : name,
                .. Metrics(recipe.Auc, recipe.Rmse, recipe.LogLoss),
                $"{recipe.Gain?.Value:+0.0000;−0.0000}", $"{recipe.Gain?.Lower:+0.0000;−0.0000}", $"{recipe.Seconds:F1}", recipe.SyntheticRows == 0 ? "" : $"{recipe.SyntheticRows:N0}"]);
        }

        terminal.Write(table);
        terminal.Line($"judged on {result.Holdout.Judged:N0} rows; synthetic rows: {result.Synthetic.Verdict}");
        terminal.Line($"verdict: {outcome.Verdict.ToString().ToLowerInvariant()}{(outcome.Verdict == Verdict.Promote ? $" '{outcome.Winner}'" : "")}");
        foreach (var reason in outcome.Reasons)
        {
            terminal.Line($"  {reason}");
        }

        if (output is not null)
        {
            terminal.Line(outcome.Verdict == Verdict.Promote ? $"{output}: written" : $"{output}: not written, the champion stays");
        }
    }
}
