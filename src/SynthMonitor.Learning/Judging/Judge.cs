using System.Collections.Immutable;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Judging;

/// <summary>
/// Decides on real rows whether a candidate takes the champion's place. The champion stays unless a candidate's gain by the task's metric is
/// above 0 by an interval that holds for all candidates at once, is large enough to matter, and neither log-loss nor any slice is worse by
/// more than a margin. The champion is judged by the scores that it logged, whatever made them.
/// </summary>
/// <param name="options">How sure to be; null for the defaults.</param>
public sealed class Judge(JudgeOptions? options = null)
{
    private readonly JudgeOptions options = options ?? new JudgeOptions();

    /// <summary>Judges.</summary>
    /// <param name="holdout">Real rows in time order; no candidate was trained on them.</param>
    /// <param name="champion">What the champion said of them; rows where it said nothing are left out.</param>
    /// <param name="candidates">What the candidates say of them.</param>
    /// <param name="seed">Chooses the resamples.</param>
    /// <param name="cancellationToken">Ends judging early.</param>
    public Judgement Decide(Holdout holdout, Predictions champion, IReadOnlyList<Contestant> candidates, ulong seed, CancellationToken cancellationToken = default)
    {
        var kept = Enumerable.Range(0, holdout.Outcomes.Length)
            .Where(row => !double.IsNaN(holdout.Outcomes[row]) && champion.Has(row) && candidates.All(candidate => candidate.Predictions.Has(row)))
            .ToArray();
        var judged = holdout.Take(kept);
        champion = champion.Take(kept);
        candidates = [.. candidates.Select(candidate => candidate with { Predictions = candidate.Predictions.Take(kept) })];

        var (task, outcomes) = (holdout.Task, judged.Outcomes);
        MetricSample Sample(Predictions predictions) => MetricSample.Create(task.Metric, task, outcomes, predictions);
        var gains = kept.Length == 0 ? null : PairedBootstrap.Gains(
            task.Metric, Sample(champion), [.. candidates.Select(candidate => Sample(candidate.Predictions))], kept.Length, options, seed, cancellationToken);
        var scores = Metrics.All(task, outcomes, champion);
        ImmutableArray<Standing> standings = [.. candidates.Select((candidate, i) => new Standing(candidate.Name, Metrics.All(task, outcomes, candidate.Predictions), gains?[i]))];

        var (verdict, winner, reasons) =
            TooFew(task, outcomes) is { } few ? (Verdict.Inconclusive, null, [few])
            : candidates.Count == 0 ? (Verdict.Reject, null, ["no candidate"])
            : gains is null ? (Verdict.Inconclusive, null, [$"{task.Metric.Text()} is undefined on {kept.Length} rows"])
            : Weigh(task, scores, standings, new Guards(judged, champion, options), candidates, seed, cancellationToken);
        return new Judgement(verdict, winner, [.. reasons], scores, standings, kept.Length);
    }

    private (Verdict Verdict, string? Winner, List<string> Reasons) Weigh(
        LearningTask task, Scores champion, ImmutableArray<Standing> standings, Guards guards, IReadOnlyList<Contestant> candidates, ulong seed, CancellationToken cancellationToken)
    {
        var rows = candidates[0].Predictions.Rows;
        var relevant = options.RelevantGain * (task.Metric.IsGain() ? 1 : champion[task.Metric]!.Value);
        var best = standings.MaxBy(standing => standing.Gain!.Lower)!;
        var better = standings.Where(standing => standing.Gain!.Lower > 0 && standing.Gain.Value >= relevant).OrderByDescending(standing => standing.Gain!.Lower).ToList();
        List<string> reasons = [];
        if (better.Count == 0)
        {
            var isHopeless = standings.All(standing => standing.Gain!.Upper < relevant);
            reasons.Add(Sentences.Compare(task.Metric, best, champion, rows));
            reasons.Add(isHopeless ? $"no candidate is better by as much as {relevant:G3}" : "the rows do not tell whether a candidate is better");
            return (isHopeless ? Verdict.Reject : Verdict.Inconclusive, null, reasons);
        }

        var isHarmful = true;
        foreach (var standing in better)
        {
            var findings = guards.Check(candidates[standings.IndexOf(standing)], seed, cancellationToken).ToList();
            reasons.Add(Sentences.Compare(task.Metric, standing, champion, rows));
            reasons.AddRange(findings.Select(finding => finding.Reason));
            if (findings.All(finding => finding.Guard == Guard.Passed))
            {
                return (Verdict.Promote, standing.Name, reasons);
            }

            isHarmful &= findings.Any(finding => finding.Guard == Guard.Harm);
        }

        return (isHarmful ? Verdict.Reject : Verdict.Inconclusive, null, reasons);
    }

    private string? TooFew(LearningTask task, double[] outcomes)
    {
        if (outcomes.Length < options.MinimumRows)
        {
            return $"{outcomes.Length} real rows to judge on, at least {options.MinimumRows} are needed";
        }

        if (task.Kind == TaskKind.Regression)
        {
            return null;
        }

        var second = outcomes.CountBy(outcome => outcome).Select(count => count.Value).OrderDescending().ElementAtOrDefault(1);
        return second >= options.MinimumClassRows ? null
            : $"{second} of {outcomes.Length} rows are of a second class, at least {options.MinimumClassRows} are needed";
    }
}
