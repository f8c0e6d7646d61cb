using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Judging;

/// <summary>Checks that a candidate that is better by the task's metric is not worse in another way.</summary>
internal sealed class Guards(Holdout holdout, Predictions champion, JudgeOptions options)
{
    private readonly List<Slice> slices = [.. Slices.Of(holdout.Rows, holdout.Task.Target, options.MinimumSliceRows)];
    private readonly double[] championLosses = Losses.Of(Losses.ForSlices(holdout.Task), holdout.Task, holdout.Outcomes, champion);

    /// <summary>What the guards found.</summary>
    public IEnumerable<GuardFinding> Check(Contestant candidate, ulong seed, CancellationToken cancellationToken)
    {
        if (holdout.Task.Kind != TaskKind.Regression && holdout.Task.Metric != Metric.LogLoss)
        {
            yield return LogLoss(candidate, seed, cancellationToken);
        }

        if (slices.Count > 0)
        {
            yield return WorstSlice(candidate);
        }
    }

    private GuardFinding LogLoss(Contestant candidate, ulong seed, CancellationToken cancellationToken)
    {
        MetricSample Sample(Predictions predictions) => MetricSample.Create(Metric.LogLoss, holdout.Task, holdout.Outcomes, predictions);
        var gain = PairedBootstrap.Gains(
            Metric.LogLoss, Sample(champion), [Sample(candidate.Predictions)], holdout.Outcomes.Length, options, seed, cancellationToken)![0];
        var margin = options.LogLossMargin * championLosses.Average();
        return gain.Lower >= -margin ? new(Guard.Passed, $"its log-loss is not worse by more than {margin:F3}: {Sentences.Gain(gain)}")
            : gain.Upper < -margin ? new(Guard.Harm, $"its log-loss is worse by more than {margin:F3}: {Sentences.Gain(gain)}")
            : new(Guard.Open, $"its log-loss may be worse by more than {margin:F3}: {Sentences.Gain(gain)}");
    }

    private GuardFinding WorstSlice(Contestant candidate)
    {
        var losses = Losses.Of(Losses.ForSlices(holdout.Task), holdout.Task, holdout.Outcomes, candidate.Predictions);
        var worst = SliceCheck.Worst(slices, championLosses, losses, options.SliceMargin * championLosses.Average(), 1 - options.Confidence)!;
        return worst.IsHarmed
            ? new(Guard.Harm, $"it harms the slice {worst.Description} ({worst.Rows} rows): mean loss {worst.Harm:+0.000;-0.000}")
            : new(Guard.Passed, $"none of {slices.Count} slices is harmed; the one to watch is {worst.Description} ({worst.Rows} rows): mean loss {worst.Harm:+0.000;-0.000}");
    }
}
