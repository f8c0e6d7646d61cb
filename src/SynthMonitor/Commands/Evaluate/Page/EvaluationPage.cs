using System.Net;
using System.Reflection;
using SynthMonitor.Data;
using SynthMonitor.Synthesis.Quality.Sqs;

namespace SynthMonitor.Commands.Evaluate.Page;

/// <summary>An evaluation as one page of HTML that needs nothing else: no scripts, no other files.</summary>
internal static class EvaluationPage
{
    private const int ShownPairs = 30;

    /// <summary>The page.</summary>
    public static string Of(Evaluation evaluation) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Synthetic rows, evaluated</title>
        <style>{Style()}</style>
        </head>
        <body><main>
        <h1>Synthetic rows, evaluated</h1>
        <p>{evaluation.Tables.Synthetic.Rows:N0} synthetic rows of {evaluation.Tables.Train.Columns.Length} columns, beside {evaluation.Tables.Train.Rows:N0} real rows that they were made from and {evaluation.Tables.Holdout.Rows:N0} real rows that {(evaluation.Tables.IsSplit ? "were split off, because none were given: if the generator saw them, the section on privacy shows nothing" : "they were not made from")}.</p>
        {Grades(evaluation)}
        {Usefulness(evaluation)}
        <h2>Columns</h2>
        <p>Shares of the <span class="real">real</span> and the <span class="synthetic">synthetic</span> values. The number is the likeness of the two: 1 for the same distribution.</p>
        <div class="columns">
        {string.Concat(evaluation.Report.Columns.Select(column => Histogram.Of(evaluation.Tables.Train[column.Name], evaluation.Tables.Synthetic[column.Name], column.Score)))}
        </div>
        <h2>Correlations</h2>
        <p>How columns hang together: correlation of numbers, and for names the share of one that the other explains. Darker is stronger; in the last picture darker is worse. Rows and columns stand in the order of the file: {Text(string.Join(", ", evaluation.Quality.Correlations.Names))}.</p>
        <div class="matrices">
        {CorrelationPicture.Of("real", evaluation.Quality.Correlations.Names, evaluation.Quality.Correlations.Real)}
        {CorrelationPicture.Of("synthetic", evaluation.Quality.Correlations.Names, evaluation.Quality.Correlations.Synthetic)}
        {CorrelationPicture.Of("difference", evaluation.Quality.Correlations.Names, Difference(evaluation.Quality.Correlations))}
        </div>
        {Pairs(evaluation)}
        {PrivacySection.Of(evaluation)}
        <h2>What this does not cover</h2>
        <ul>
        <li>Texts, keys and times are not compared, nor are order in time and relations to other tables.</li>
        <li>Averages over all rows can hide a small group whose rows are unlike the real ones.</li>
        <li>The attacks are known ones; a better one may exist. Nothing here is a guarantee for a single person, and none of it is differential privacy.</li>
        <li>Whether the real rows are right, complete or fair is not asked.</li>
        </ul>
        </main></body></html>
        """;

    /// <summary>Text that may hold anything, for HTML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A number, or a dash where it is undefined.</summary>
    public static string Number(Estimate estimate, string format) => estimate.Value is { } value ? value.ToString(format) : "–";

    private static string Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("evaluation.css")!;
        return new StreamReader(stream).ReadToEnd();
    }

    private static string Grades(Evaluation evaluation)
    {
        var (quality, report) = (evaluation.Quality, evaluation.Report);
        return $"""
            <h2>How like the real rows</h2>
            <div class="grades">
            {Score("Synthetic quality score", quality.Score)}
            {Score("Distributions of columns", quality.FieldDistribution)}
            {Score("Correlations", quality.FieldCorrelation)}
            {Score("Deep structure", quality.DeepStructure)}
            {Card("Column shapes", Number(report.Shapes, "F3"), "1 is the same")}
            {Card("Column pairs", Number(report.TrendsOfAllPairs, "F3"), $"1 is the same; strongly related pairs {Number(report.Trends, "F3")}")}
            {Card("Told from real rows", evaluation.AgainstHoldout.Auc.ToString("F3"), "AUC of trees that try to; 0.5 is guessing, 1 always right")}
            </div>
            """;
    }

    private static string Usefulness(Evaluation evaluation) => evaluation.Usefulness is { } test
        ? $"""
            <h2>What a model learns from them</h2>
            {UsefulnessSection.Of(test)}
            """
        : "";

    private static string Score(string name, Estimate score) =>
        Card(name, Number(score, "F1"), score.Value is { } value ? $"{SqsScores.Grade(value)}, of 10" : Text(score.Reason!));

    private static string Card(string name, string value, string note) => $"""<div class="card">{name}<b>{value}</b><small>{note}</small></div>""";

    private static double[][] Difference(CorrelationPair pair) =>
        [.. pair.Real.Zip(pair.Synthetic, (real, synthetic) => real.Zip(synthetic, (a, b) => Math.Abs(a - b)).ToArray())];

    private static string Pairs(Evaluation evaluation)
    {
        var worst = evaluation.Report.Pairs.Where(pair => pair.Score.IsDefined).OrderBy(pair => pair.Score.Value).Take(ShownPairs).Select(pair =>
            $"""<tr><td>{Text(pair.First)}</td><td>{Text(pair.Second)}</td><td class="number">{Number(pair.Score, "F3")}</td><td class="number">{Number(pair.Real, "F3")}</td><td class="number">{Number(pair.Synthetic, "F3")}</td></tr>""");
        return $"""
            <h2>Pairs of columns that are least alike</h2>
            <p>At most {ShownPairs} of {evaluation.Report.Pairs.Length}. Likeness is 1 for the same; real and synthetic are the correlation of numbers, or Cramér's V.</p>
            <div class="scroll"><table><tr><th>column</th><th>column</th><th class="number">likeness</th><th class="number">real</th><th class="number">synthetic</th></tr>
            {string.Join('\n', worst)}
            </table></div>
            """;
    }
}
