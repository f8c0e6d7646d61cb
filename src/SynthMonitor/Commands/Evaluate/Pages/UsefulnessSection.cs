using System.Globalization;
using SynthMonitor.Learning.Evaluation;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Evaluate.Pages;

/// <summary>What models learn from synthetic rows; with the ROC curves of a binary task.</summary>
internal static class UsefulnessSection
{
    private const int Size = 200;
    private const int ShownPoints = 200;

    /// <summary>The section.</summary>
    public static Html Of(TrainSyntheticTestReal test)
    {
        var metric = test.Task.Metric;
        return Html.Of(
            $"""
            <p>Boosted trees predict <strong>{test.Task.Target}</strong> on {test.Outcomes.Length:N0} holdout rows. {metric.Text()} is {Number(test.Synthetic[metric])} learnt from synthetic rows and {Number(test.Real[metric])} learnt from real ones. {Gain(test)}</p>
            {(test.Task.Kind == TaskKind.Binary ? Curves(test) : default)}
            """);
    }

    private static string Gain(TrainSyntheticTestReal test) => test.Gain is { } gain
        ? string.Create(CultureInfo.InvariantCulture, $"The difference is {gain.Value:+0.0000;−0.0000} (95 % interval {gain.Lower:+0.0000;−0.0000} to {gain.Upper:+0.0000;−0.0000}; above 0 the synthetic rows teach more).")
        : "";

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "–";

    private static Html Curves(TrainSyntheticTestReal test) => Html.Of(
        $"""
        <figure>
        <figcaption>Up: the positive that are found. To the right: the others that are taken for one. The line in the colour of the text is learnt from real rows, the blue one from synthetic ones.</figcaption>
        <svg class="square" viewBox="0 0 {Size} {Size}" role="img" aria-label="ROC curves"><path class="baseline" d="M0 {Size}L{Size} 0"/><path class="value" d="{Steps(test.Outcomes, test.SyntheticPredictions.Values)}"/><path class="first" d="{Steps(test.Outcomes, test.RealPredictions.Values)}"/></svg>
        </figure>
        """);

    private static List<Html> Steps(IReadOnlyList<double> outcomes, double[] scores)
    {
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(row => scores[row]).ToArray();
        var positives = Math.Max(1, outcomes.Sum());
        var others = Math.Max(1, outcomes.Count - positives);
        var every = Math.Max(1, order.Length / ShownPoints);
        var (found, wrong) = (0.0, 0.0);
        List<Html> steps = [Html.Of($"M0 {Size}")];
        for (var rank = 0; rank < order.Length; rank++)
        {
            found += outcomes[order[rank]];
            wrong += 1 - outcomes[order[rank]];
            if (rank % every == 0 || rank == order.Length - 1)
            {
                steps.Add(Html.Of($"L{wrong / others * Size:F1} {(1 - (found / positives)) * Size:F1}"));
            }
        }

        return steps;
    }
}
