using System.Text;
using SynthMonitor.Analyze;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Harness;

/// <summary>What a run gave.</summary>
/// <param name="Windows">Every window, as text, by id.</param>
/// <param name="Incidents">Every revision of every incident, as text, by id and revision.</param>
/// <param name="Features">How feature records ended.</param>
/// <param name="Labels">How label records ended.</param>
/// <param name="Joins">How labels ended in the join.</param>
/// <param name="SecondEpoch">Where the second epoch began, or null.</param>
internal sealed record HarnessResult(
    SortedDictionary<string, string> Windows,
    SortedDictionary<string, string> Incidents,
    RecordCounts Features,
    RecordCounts Labels,
    JoinCounts Joins,
    EpochStart? SecondEpoch)
{
    /// <summary>The windows of features and scores.</summary>
    public IEnumerable<WindowRecord> Drifts =>
        Windows.Values.Select(text => JsonMessage.Read<WindowRecord>(Encoding.UTF8.GetBytes(text))).Where(window => window.Drift is not null);

    /// <summary>Collects what a run left on its log and in its fold.</summary>
    public static HarnessResult Of(ILog log, MonitorFold fold) => new(
        Texts<WindowRecord>(log, topics => topics.Windows, window => window.Id),
        Texts<IncidentRecord>(log, topics => topics.Incidents, incident => $"{incident.Id} {incident.Revision}"),
        fold.CountsOf(SourceKind.Features),
        fold.CountsOf(SourceKind.Labels),
        fold.Joins,
        new EpochDirectory(log, HarnessScenario.Instance.Topics, HarnessScenario.Monitor).Find(2));

    /// <summary>The windows of features and scores of one epoch before a block, as text, by id.</summary>
    public Dictionary<string, string> DriftWindows(int epoch, long before) => Drifts
        .Where(window => window.Epoch == epoch && window.Block < before)
        .ToDictionary(window => window.Id, window => Windows[window.Id]);

    /// <summary>The first difference to another run, or null.</summary>
    public string? DifferenceTo(HarnessResult other) =>
        Difference("window", Windows, other.Windows)
        ?? Difference("incident", Incidents, other.Incidents)
        ?? DifferenceInRecords(other)
        ?? (Joins == other.Joins ? null : $"joins {Joins} and {other.Joins}");

    /// <summary>The first difference in how records ended, or null.</summary>
    public string? DifferenceInRecords(HarnessResult other) =>
        (Features == other.Features ? null : $"features {Features} and {other.Features}")
        ?? (Labels == other.Labels ? null : $"labels {Labels} and {other.Labels}");

    /// <summary>The first difference between two sets of texts by id, or null.</summary>
    public static string? Difference(string what, IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right)
    {
        var id = left.Keys.Union(right.Keys, StringComparer.Ordinal)
            .FirstOrDefault(id => left.GetValueOrDefault(id) != right.GetValueOrDefault(id));
        return id is null ? null : $"{what} {id}:\n{left.GetValueOrDefault(id)}\n{right.GetValueOrDefault(id)}";
    }

    /// <summary>Every record by id; one id with two contents shows as a difference.</summary>
    private static SortedDictionary<string, string> Texts<T>(ILog log, Func<InternalTopics, string> topicOf, Func<T, string> idOf)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var topics = HarnessScenario.Instance.Topics;
        log.Read(topics.Of(topicOf(topics), HarnessScenario.Monitor), 0, null, (in LogRecord record) =>
        {
            var text = Encoding.UTF8.GetString(record.Value);
            var id = idOf(JsonMessage.Read<T>(record.Value));
            texts[id] = texts.TryGetValue(id, out var known) && known != text ? $"{known} BUT ALSO {text}" : text;
        });
        return texts;
    }
}
