using System.Globalization;
using SynthMonitor.Demo.Streams.Injection;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Demo;

/// <summary>What happens, in sentences for the terminal.</summary>
internal static class DemoTexts
{
    public static string Of(DriftInjection injection, string change) => injection.Kind == DriftKind.None
        ? "nothing changes"
        : string.Create(CultureInfo.InvariantCulture, $"from row {injection.Row:N0} on: {change}");

    public static string Of(IncidentRecord incident)
    {
        var columns = string.Join(", ", incident.Columns.Take(3).Select(column => column.Name));
        var what = incident.ResolvedBlock is not null ? $"resolved{(incident.Reason is null ? "" : $" ({incident.Reason})")}"
            : incident.Revision == 0 ? "raised"
            : incident.Mature ? "confirmed by labels" : "diagnosed again";
        return $"incident {what}: {incident.Kind}, {incident.Diagnosis}{(columns.Length == 0 ? "" : $" in {columns}")}; since block {BlockOf(incident.OnsetBlock)}";
    }

    public static string Of(EventRecord record) => record.Step switch
    {
        ResponseStep.Confirmed => "response begun: synthesizing edge cases and training candidates",
        ResponseStep.Suppressed => $"response suppressed: {record.Verdict}",
        ResponseStep.Judged => $"verdict: {record.Verdict} ({record.Recipe}); AUC {Figure(record, "championAuc")} → {Figure(record, "challengerAuc")}",
        ResponseStep.Promoted => $"promoted: model {record.Digests!["model"][..12]}",
        ResponseStep.Failed => $"response failed: {string.Join("; ", record.Reasons ?? [])}",
        var step => step,
    };

    /// <summary>A block counted from the stream's first one.</summary>
    public static long BlockOf(long block) =>
        block - (DemoWorld.Clock.Start.ToUnixTimeMilliseconds() / (long)DemoWorld.Clock.Block.TotalMilliseconds);

    private static string Figure(EventRecord record, string name) =>
        record.Figures?.TryGetValue(name, out var value) == true ? value.ToString("F4", CultureInfo.InvariantCulture) : "–";
}
