using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Respond;

/// <summary>Records as analyze, people and owners of the monitor <c>loans</c> write them.</summary>
internal static class SampleRecords
{
    public const string MonitorName = "loans";

    public static string IdOf(long raised, int epoch = 1) => IncidentRecord.IdOf(MonitorName, epoch, IncidentRecord.Drift, raised);

    public static IncidentRecord Raised(long raised, int epoch = 1, string diagnosis = "concept") => new()
    {
        Id = IdOf(raised, epoch),
        Monitor = MonitorName,
        Kind = IncidentRecord.Drift,
        Epoch = epoch,
        Revision = 0,
        Severity = "warning",
        OnsetBlock = raised - 2,
        RaisedBlock = raised,
        Diagnosis = diagnosis,
        Block = raised,
    };

    public static IncidentRecord Mature(long raised, int epoch = 1, string diagnosis = "concept") =>
        Raised(raised, epoch, diagnosis) with { Revision = 1, Mature = true, Labels = 600, Block = raised + 3 };

    public static IncidentRecord Resolved(long raised, int epoch = 1, string? reason = null) =>
        Mature(raised, epoch) with { Revision = 2, ResolvedBlock = raised + 9, Reason = reason };

    public static CommandRecord Command(string id, string kind) => new(id, MonitorName, kind, "ann", DateTimeOffset.UnixEpoch);

    public static WindowRecord Outcomes(int epoch, long block, long labels, long errors) => new()
    {
        Id = WindowRecord.IdOf(MonitorName, epoch, block) + "|outcomes",
        Monitor = MonitorName,
        Epoch = epoch,
        Block = block,
        BlockEnd = DateTimeOffset.UnixEpoch,
        Outcomes = new OutcomeWindow { Labels = labels, Positives = labels / 2, Errors = errors },
    };

    public static EventRecord Event(string trigger, string step, string by = "a", string? verdict = null, long block = 0, int epoch = 1) => new()
    {
        Id = $"{trigger}|{step}",
        Monitor = MonitorName,
        Trigger = trigger,
        Step = step,
        Epoch = epoch,
        Block = block,
        At = DateTimeOffset.UnixEpoch,
        By = by,
        Verdict = verdict,
    };

    /// <summary>A promotion of a model over another one.</summary>
    public static EventRecord Promotion(string trigger, string model, string? champion, int epoch = 1, double championError = 0.2) =>
        Event(trigger, ResponseStep.Promoted, epoch: epoch) with
        {
            Digests = Digests([("model", model), ("epoch", $"epoch-{model}"), ("epochBefore", "epoch-before"), ("champion", champion)]),
            Figures = System.Collections.Immutable.ImmutableSortedDictionary<string, double>.Empty.Add("championError", championError),
        };

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Digests((string Name, string? Digest)[] entries) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            entries.Where(entry => entry.Digest is not null).Select(entry => KeyValuePair.Create(entry.Name, entry.Digest!)));
}
