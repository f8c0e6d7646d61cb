using System.Collections.Immutable;

namespace SynthMonitor.Observability;

/// <summary>The values of labels that are known beforehand. Their series begin at 0, so that a first increase is seen as one.</summary>
public static class MetricLabels
{
    /// <summary>What an incident is about: the data, or the quality of the model.</summary>
    public static ImmutableArray<string> IncidentKinds { get; } = ["drift", "performance"];

    /// <summary>How a response can end.</summary>
    public static ImmutableArray<string> Verdicts { get; } = ["promote", "reject", "inconclusive", "failed"];

    /// <summary>Why an incident can start no response.</summary>
    public static ImmutableArray<string> SuppressionReasons { get; } = ["cooldown", "in-flight", "quality-veto", "paused"];

    /// <summary>Where a restored state can come from: the newest snapshot, an older one, or the log from its start.</summary>
    public static ImmutableArray<string> RestoreResults { get; } = ["newest", "older", "log"];

    /// <summary>Begins the series of a monitor.</summary>
    internal static void Initialise(string monitor, MetricFamilies families)
    {
        foreach (var outcome in new[] { "judged", "undefined" })
        {
            families.Blocks.WithLabels(monitor, outcome);
        }

        foreach (var outcome in new[] { "kept", "dropped" })
        {
            families.SyntheticRows.WithLabels(monitor, outcome);
        }

        foreach (var kind in IncidentKinds)
        {
            families.Incidents.WithLabels(monitor, kind);
        }

        foreach (var verdict in Verdicts)
        {
            families.Responses.WithLabels(monitor, verdict);
        }

        foreach (var reason in SuppressionReasons)
        {
            families.ResponsesSuppressed.WithLabels(monitor, reason);
        }

        foreach (var result in RestoreResults)
        {
            families.Restores.WithLabels(monitor, result);
        }

        families.ChannelsOmitted.WithLabels(monitor);
        families.Detected.WithLabels(monitor);
        families.IncidentsOpen.WithLabels(monitor);
        families.ResponseRunning.WithLabels(monitor);
        families.ResponseDuration.WithLabels(monitor);
        families.Promotions.WithLabels(monitor);
        families.Rollbacks.WithLabels(monitor);
    }
}
