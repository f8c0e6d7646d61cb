using System.Globalization;
using SynthMonitor.Data;
using SynthMonitor.Reports;
using SynthMonitor.Synthesis.Quality.Sqs;

namespace SynthMonitor.Commands.Evaluate.Pages;

/// <summary>An evaluation as a page.</summary>
internal static class EvaluationPage
{
    private const int ShownPairs = 30;
    private static readonly SampleNames Samples = new("real rows", "synthetic rows", MarksMoved: false);

    /// <summary>Makes the page.</summary>
    public static ReportPage Of(Evaluation evaluation)
    {
        var privacy = new PrivacySection(evaluation);
        List<ReportSection> sections = [new("How like the real rows", Likeness(evaluation))];
        if (evaluation.Usefulness is { } test)
        {
            sections.Add(new("What a model learns from them", UsefulnessSection.Of(test)));
        }

        return new("Synthetic rows", Verdict(evaluation, privacy),
            [
                .. sections,
                new("Columns", Columns(evaluation)),
                new("Correlations", Correlations(evaluation.Quality.Correlations)),
                new("Pairs that are least alike", Pairs(evaluation)),
                new("What they give away", privacy.Body),
                new("What this does not cover", NotCovered()),
            ]);
    }

    /// <summary>A number, or a dash where it is undefined.</summary>
    public static string Number(Estimate estimate, string format) => estimate.Value is { } value ? value.ToString(format, CultureInfo.InvariantCulture) : "–";

    private static ReportVerdict Verdict(Evaluation evaluation, PrivacySection privacy)
    {
        var (tables, score) = (evaluation.Tables, evaluation.Quality.Score);
        var origin = tables.IsSplit
            ? "were split off, because none were given: if the generator saw them, what they give away is not shown here"
            : "they were not made from";
        return new(
            score.Value is { } value ? $"{SqsScores.Grade(value)}: {Number(score, "F1")} of 10" : $"No score: {score.Reason}",
            privacy.Verdict,
            string.Create(CultureInfo.InvariantCulture, $"{tables.Synthetic.Rows:N0} synthetic rows of {tables.Train.Columns.Length} columns, beside {tables.Train.Rows:N0} real rows that they were made from and {tables.Holdout.Rows:N0} real rows that {origin}"),
            privacy.IsGood);
    }

    private static Html Likeness(Evaluation evaluation)
    {
        var (quality, report) = (evaluation.Quality, evaluation.Report);
        return ReportTable.Of(
            "A score of 10, a likeness of 1 and an AUC of 0.5 are those of other real rows",
            ["Measure", "Value", "Best", "What it says"],
            [
                Score("Synthetic quality score", quality.Score),
                Score("Distributions of columns", quality.FieldDistribution),
                Score("Correlations", quality.FieldCorrelation),
                Score("Deep structure", quality.DeepStructure),
                Row("Column shapes", Number(report.Shapes, "F3"), "1", "likeness of the distributions of columns"),
                Row("Column pairs, all", Number(report.TrendsOfAllPairs, "F3"), "1", "likeness of how pairs of columns hang together"),
                Row("Column pairs, strong ones", Number(report.Trends, "F3"), "1", "the same of the pairs that hang together"),
                Row("Told from real rows", Number(Estimate.Of(evaluation.AgainstHoldout.Auc), "F3"), "0.5", "AUC of trees that try to; 1 is always right"),
            ]);
    }

    private static IReadOnlyList<Html> Score(string name, Estimate score) =>
        Row(name, Number(score, "F1"), "10", score.Value is { } value ? SqsScores.Grade(value) : score.Reason!);

    private static IReadOnlyList<Html> Row(params string[] cells) => [.. cells.Select(cell => Html.Of($"{cell}"))];

    private static Html Columns(Evaluation evaluation) => Html.Of(
        $"""
        <p class="soft">Shares of the values. The number is the likeness of the two distributions: 1 for the same.</p>
        {Samples.Legend}
        <div class="grid">
        {evaluation.Report.Columns.Select(column => ColumnPicture.Of(evaluation.Tables.Train[column.Name], evaluation.Tables.Synthetic[column.Name], Number(column.Score, "F3")))}
        </div>
        """);

    private static Html Correlations(CorrelationPair pair) => Html.Of(
        $"""
        <p class="soft">Correlation of numbers, and for names the share of one that the other explains. Darker is stronger, red below 0; in the last picture darker is worse. Rows and columns stand in the order of the file: {string.Join(", ", pair.Names)}.</p>
        <div class="grid">
        {CorrelationPicture.Of("real", pair.Names, pair.Real)}
        {CorrelationPicture.Of("synthetic", pair.Names, pair.Synthetic)}
        {CorrelationPicture.Of("difference", pair.Names, Difference(pair))}
        </div>
        """);

    private static double[][] Difference(CorrelationPair pair) =>
        [.. pair.Real.Zip(pair.Synthetic, (real, synthetic) => real.Zip(synthetic, (a, b) => Math.Abs(a - b)).ToArray())];

    private static Html Pairs(Evaluation evaluation) => ReportTable.Of(
        $"At most {ShownPairs} of {evaluation.Report.Pairs.Length}; likeness is 1 for the same, real and synthetic are the correlation of numbers, or Cramér's V",
        ["Column", "Column", "Likeness", "Real", "Synthetic"],
        evaluation.Report.Pairs.Where(pair => pair.Score.IsDefined).OrderBy(pair => pair.Score.Value).Take(ShownPairs).Select(pair =>
            Row(pair.First, pair.Second, Number(pair.Score, "F3"), Number(pair.Real, "F3"), Number(pair.Synthetic, "F3"))));

    private static Html NotCovered() => Html.Of(
        $"""
        <ul>
        <li>Texts, keys and times are not compared, nor are order in time and relations to other tables.</li>
        <li>Averages over all rows can hide a small group whose rows are unlike the real ones.</li>
        <li>The attacks are known ones; a better one may exist. Nothing here is a guarantee for a single person, and none of it is differential privacy.</li>
        <li>Whether the real rows are right, complete or fair is not asked.</li>
        </ul>
        """);
}
