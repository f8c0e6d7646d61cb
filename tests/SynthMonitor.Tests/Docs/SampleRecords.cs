using System.Collections.Immutable;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Docs;

/// <summary>Records of the topics that everyone may read: in each first one with every key, then one with those alone that are always there.</summary>
internal static class SampleRecords
{
    private const string Digest = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private const string Trigger = "loans|1|drift|120";

    private static readonly DateTimeOffset At = new(2024, 1, 1, 2, 0, 0, TimeSpan.Zero);

    /// <summary>The records of each topic, as bytes on the log.</summary>
    public static IReadOnlyDictionary<string, byte[][]> ByTopic { get; } = new Dictionary<string, byte[][]>(StringComparer.Ordinal)
    {
        ["windows"] = [JsonMessage.ToBytes(Everything), JsonMessage.ToBytes(Drift), JsonMessage.ToBytes(Outcomes)],
        ["incidents"] = [JsonMessage.ToBytes(Resolved), JsonMessage.ToBytes(Raised)],
        ["events"] = [JsonMessage.ToBytes(Judged), JsonMessage.ToBytes(Settled)],
        ["commands"] = [JsonMessage.ToBytes(new CommandRecord("pause-1", "loans", "pause", "ada", At))],
    };

    /// <summary>No window holds both; as a list of keys it is complete.</summary>
    private static WindowRecord Everything => Drift with
    {
        Drift = new DriftWindow
        {
            Joined = 2,
            Rows = 400,
            Faults = 1,
            Undefined = "no outcomes",
            Score = 5.5,
            Threshold = 4.75,
            Drifted = true,
            Channels = [new ChannelResult("income", 4, 5.5, 41.25, 0.0001, "w1/sigma", 0.25)],
        },
        Outcomes = new OutcomeWindow
        {
            Model = "0f1e2d3c4b5a",
            Labels = 180,
            Positives = 60,
            Errors = 20,
            Auc = 0.9,
            LogLoss = 0.3,
            OtherLabels = 4,
            RecentError = 0.1,
        },
    };

    private static WindowRecord Drift => new()
    {
        Id = WindowRecord.IdOf("loans", 1, 120),
        Monitor = "loans",
        Epoch = 1,
        Block = 120,
        BlockEnd = At,
        Drift = new DriftWindow { Rows = 0 },
    };

    private static WindowRecord Outcomes => Drift with { Drift = null, Outcomes = new OutcomeWindow { Labels = 0, Positives = 0, Errors = 0 } };

    private static IncidentRecord Raised => new()
    {
        Id = Trigger,
        Monitor = "loans",
        Kind = IncidentRecord.Drift,
        Epoch = 1,
        Revision = 0,
        Severity = "warning",
        OnsetBlock = 118,
        RaisedBlock = 120,
        Diagnosis = "covariate",
    };

    private static IncidentRecord Resolved => Raised with
    {
        Revision = 2,
        ResolvedBlock = 160,
        Reason = "epoch",
        Columns = [new IncidentColumn("income", 1, 0.25, [new IncidentRange("50000 … 60000", -0.1)])],
        Evidence = ["inputs moved, and the label at a given score is as before"],
        Labels = 1500,
        Mature = true,
        Block = 130,
    };

    private static EventRecord Settled => new()
    {
        Id = $"{Trigger}|{ResponseStep.Settled}",
        Monitor = "loans",
        Trigger = Trigger,
        Step = ResponseStep.Settled,
        Epoch = 2,
        Block = 155,
        At = At,
        By = "respond-0",
    };

    private static EventRecord Judged => Settled with
    {
        Id = $"{Trigger}|{ResponseStep.Judged}",
        Step = ResponseStep.Judged,
        Verdict = "promote",
        Reasons = ["auc 0.91 against 0.84"],
        Offsets = [10, 12],
        Digests = ImmutableSortedDictionary<string, string>.Empty.Add("model", Digest),
        Figures = ImmutableSortedDictionary<string, double>.Empty.Add("championAuc", 0.84),
        Recipe = "old + recent",
    };
}
