using System.Globalization;
using SynthMonitor.Learning.Evaluation;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Commands.Evaluate.Page;

/// <summary>The section on models that learn from synthetic rows; with the ROC curves of a binary task.</summary>
internal static class UsefulnessSection
{
    private const double Size = 200;

    /// <summary>The section.</summary>
    public static string Of(TrainSyntheticTestReal test)
    {
        var metric = test.Task.Metric;
        var gain = test.Gain is { } difference
            ? $" The difference is {difference.Value:+0.0000;−0.0000} (95 % interval {difference.Lower:+0.0000;−0.0000} to {difference.Upper:+0.0000;−0.0000}; above 0 the synthetic rows teach more)."
            : "";
        return $"""
            <p>Boosted trees predict <b>{EvaluationPage.Text(test.Task.Target)}</b> on {test.Outcomes.Length:N0} holdout rows. {metric.Text()} is {test.Synthetic[metric]:F4} learnt from <span class="synthetic">synthetic</span> rows and {test.Real[metric]:F4} learnt from <span class="real">real</span> ones.{gain}</p>
            {(test.Task.Kind == TaskKind.Binary ? Curves(test) : "")}
            """;
    }

    private static string Curves(TrainSyntheticTestReal test) => string.Create(CultureInfo.InvariantCulture, $"""
        <figure style="max-width: 22rem"><figcaption><span>found among the positive (up), wrongly taken of the others (right)</span></figcaption>
        <svg viewBox="-2 -2 {Size + 4} {Size + 4}" role="img" aria-label="ROC curves"><rect class="axis" width="{Size}" height="{Size}"/><line class="axis" x1="0" y1="{Size}" x2="{Size}" y2="0"/>
        <polyline class="real curve" style="fill: none" points="{Points(test.Outcomes.AsSpan(), test.RealPredictions.Values)}"/>
        <polyline class="synthetic curve" style="fill: none" points="{Points(test.Outcomes.AsSpan(), test.SyntheticPredictions.Values)}"/></svg></figure>
        """);

    private static string Points(ReadOnlySpan<double> outcomes, double[] scores)
    {
        const int Shown = 200;
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(row => scores[row]).ToArray();
        double positives = 0;
        foreach (var outcome in outcomes)
        {
            positives += outcome;
        }

        double found = 0, wrong = 0;
        List<string> points = [string.Create(CultureInfo.InvariantCulture, $"0,{Size}")];
        for (var rank = 0; rank < order.Length; rank++)
        {
            found += outcomes[order[rank]];
            wrong += 1 - outcomes[order[rank]];
            if (rank % Math.Max(1, order.Length / Shown) == 0 || rank == order.Length - 1)
            {
                points.Add(string.Create(CultureInfo.InvariantCulture, $"{wrong / Math.Max(1, order.Length - positives) * Size:F1},{(1 - (found / Math.Max(1, positives))) * Size:F1}"));
            }
        }

        return string.Join(' ', points);
    }
}
