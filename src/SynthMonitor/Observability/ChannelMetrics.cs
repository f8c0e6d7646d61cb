namespace SynthMonitor.Observability;

/// <summary>Exports the channels with the greatest scores, so that series are bounded however many columns there are.</summary>
internal sealed class ChannelMetrics(string monitor, MetricFamilies families, int limit)
{
    private readonly Lock gate = new();
    private HashSet<string> exported = [];

    /// <summary>Takes the place of what was exported before. Equal scores are ordered by name.</summary>
    /// <returns>How many channels there were.</returns>
    public int Export(IEnumerable<ChannelScore> scores)
    {
        var ordered = scores.OrderByDescending(score => score.Score).ThenBy(score => score.Channel, StringComparer.Ordinal).ToList();
        var top = ordered.Take(limit).ToList();
        lock (gate)
        {
            foreach (var score in top)
            {
                families.Score.WithLabels(monitor, score.Channel).Set(score.Score);
                families.Effect.WithLabels(monitor, score.Channel).Set(score.Effect);
            }

            var now = top.Select(score => score.Channel).ToHashSet(StringComparer.Ordinal);
            foreach (var stale in exported.Except(now))
            {
                families.Score.RemoveLabelled(monitor, stale);
                families.Effect.RemoveLabelled(monitor, stale);
            }

            exported = now;
        }

        families.ChannelsOmitted.WithLabels(monitor).Inc(ordered.Count - top.Count);
        return ordered.Count;
    }
}
