using Spectre.Console;
using SynthMonitor.Console;
using SynthMonitor.Data;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Synthesis.Quality.Sqs;

namespace SynthMonitor.Commands.Evaluate;

/// <summary>Shows an evaluation, for people.</summary>
internal static class EvaluationView
{
    /// <summary>Writes the numbers that matter, one line each.</summary>
    public static void Show(Terminal terminal, Evaluation evaluation)
    {
        var (quality, report, closeness, strongest) = (evaluation.Quality, evaluation.Report, evaluation.Closeness, evaluation.Membership.Strongest);
        var table = TerminalTable.Create("measure").Numbers("value").Texts("best possible", "");
        table.AddRow("synthetic quality score", Number(quality.Score, "F1"), "10", quality.Score.Value is { } score ? SqsScores.Grade(score) : "");
        table.AddRow("  distributions of columns", Number(quality.FieldDistribution, "F1"), "10", "");
        table.AddRow("  correlations", Number(quality.FieldCorrelation, "F1"), "10", "");
        table.AddRow("  deep structure", Number(quality.DeepStructure, "F1"), "10", "");
        table.AddRow("column shapes", Number(report.Shapes, "F4"), "1", "");
        table.AddRow("column pairs, strong ones", Number(report.Trends, "F4"), "1", "");
        table.AddRow("column pairs, all", Number(report.TrendsOfAllPairs, "F4"), "1", "");
        table.AddRow("told from holdout rows (C2ST)", evaluation.AgainstHoldout.Auc.ToString("F3"), "0.5", $"{evaluation.AgainstHoldout.Rows:N0} rows a side");
        table.AddRow("told from training rows (C2ST)", evaluation.AgainstTrain.Auc.ToString("F3"), "0.5", "");
        if (evaluation.Usefulness is { } test)
        {
            table.AddRow(
                $"a model learnt from them, {test.Task.Metric.Text()}", $"{test.Synthetic[test.Task.Metric]:F4}", $"{test.Real[test.Task.Metric]:F4}",
                test.Gain is { } gain ? $"difference {gain.Value:+0.0000;-0.0000} ({gain.Lower:+0.0000;-0.0000} … {gain.Upper:+0.0000;-0.0000})" : "");
        }

        table.AddRow("nearer to training than to holdout rows", closeness.DcrShare.Value.ToString("F3"), "0.5", $"{closeness.DcrShare.Lower:F3} … {closeness.DcrShare.Upper:F3}");
        table.AddRow("copies of training rows", closeness.ImsTrain.ToString("P2"), $"{closeness.ImsHoldout:P2}", "of holdout rows by chance");
        table.AddRow("training rows found (membership), AUC", strongest.Auc.ToString("F3"), "0.5", $"{strongest.Lower:F3} … {strongest.Upper:F3}, by {strongest.Name}");
        terminal.Write(table);
    }

    private static string Number(Estimate estimate, string format) => estimate.Value is { } value ? value.ToString(format) : "–";
}
