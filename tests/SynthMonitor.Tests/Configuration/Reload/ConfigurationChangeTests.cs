using SynthMonitor.Configuration.Keys;
using SynthMonitor.Configuration.Reload;
using static SynthMonitor.Tests.Configuration.ConfigurationText;

namespace SynthMonitor.Tests.Configuration.Reload;

public sealed class ConfigurationChangeTests
{
    private const string Full = Example
        + "\n    rowsPerBlock: 200\n    minimumRows: 50\n    maxJoin: 12\n    chunk: 4096\n    idleAfter: 30s\n    maxOpenBlocks: 64"
        + "\n    futureTolerance: 5m\n    snapshotEvery: 1000\nstate: { path: ./state }\n";

    /// <summary>Each key of the file: where it stands, what it changes to, and what that takes.</summary>
    public static TheoryData<string, string, string, ChangeEffect> Keys => new()
    {
        { "kafka.bootstrapServers", "localhost:9092", "kafka:9092", ChangeEffect.NeedsRestart },
        { "kafka.topicPrefix", "\"synthmonitor.\"", "\"sm.\"", ChangeEffect.NeedsRestart },
        { "kafka.partitions", "properties: {", "partitions: 8, properties: {", ChangeEffect.NeedsRestart },
        { "kafka.properties", "PLAINTEXT", "SSL", ChangeEffect.NeedsRestart },
        { "http.listen", ":8080", ":8081", ChangeEffect.NeedsRestart },
        { "registry.path", "./models", "./other", ChangeEffect.NeedsRestart },
        { "state.path", "./state", "./other", ChangeEffect.NeedsRestart },
        { "monitors[loans].reference", "loans.smref", "other.smref", ChangeEffect.NeedsRestart },
        { "monitors[loans].task.positive", "positive: \"1\"", "positive: \"2\"", ChangeEffect.NeedsRestart },
        { "monitors[loans].task.threshold", "threshold: 0.5", "threshold: 0.6", ChangeEffect.NeedsEpoch },
        { "monitors[loans].task.metric", "metric: auc", "metric: logLoss", ChangeEffect.NeedsEpoch },
        { "monitors[loans].features.topic", "loans.features", "other", ChangeEffect.NeedsRestart },
        { "monitors[loans].features.key", "topic: loans.features, key: id", "topic: loans.features, key: uid", ChangeEffect.NeedsRestart },
        { "monitors[loans].features.time", "time: ts, score", "time: at, score", ChangeEffect.NeedsRestart },
        { "monitors[loans].features.score", "score: score", "score: p", ChangeEffect.NeedsRestart },
        { "monitors[loans].features.modelVersion", "modelVersion: version", "modelVersion: model", ChangeEffect.NeedsRestart },
        { "monitors[loans].features.lateness", "lateness: 1m", "lateness: 2m", ChangeEffect.NeedsEpoch },
        { "monitors[loans].features.columns", "applicant.income", "income.yearly", ChangeEffect.NeedsRestart },
        { "monitors[loans].labels.topic", "loans.labels", "other", ChangeEffect.NeedsRestart },
        { "monitors[loans].labels.key", "topic: loans.labels, key: id", "topic: loans.labels, key: uid", ChangeEffect.NeedsRestart },
        { "monitors[loans].labels.time", "time: ts, label", "time: at, label", ChangeEffect.NeedsRestart },
        { "monitors[loans].labels.label", "label: approved", "label: paid", ChangeEffect.NeedsRestart },
        { "monitors[loans].labels.horizon", "horizon: 7d", "horizon: 8d", ChangeEffect.NeedsEpoch },
        { "monitors[loans].labels.lateness", "lateness: 1h", "lateness: 2h", ChangeEffect.NeedsEpoch },
        { "monitors[loans].block", "block: 5m", "block: 10m", ChangeEffect.NeedsEpoch },
        { "monitors[loans].falseAlarms", "1 per 30d", "1 per 60d", ChangeEffect.NeedsEpoch },
        { "monitors[loans].rowsPerBlock", "rowsPerBlock: 200", "rowsPerBlock: 300", ChangeEffect.NeedsEpoch },
        { "monitors[loans].minimumRows", "minimumRows: 50", "minimumRows: 60", ChangeEffect.NeedsEpoch },
        { "monitors[loans].maxJoin", "maxJoin: 12", "maxJoin: 13", ChangeEffect.NeedsEpoch },
        { "monitors[loans].chunk", "chunk: 4096", "chunk: 8192", ChangeEffect.NeedsEpoch },
        { "monitors[loans].idleAfter", "idleAfter: 30s", "idleAfter: 31s", ChangeEffect.Live },
        { "monitors[loans].maxOpenBlocks", "maxOpenBlocks: 64", "maxOpenBlocks: 65", ChangeEffect.Live },
        { "monitors[loans].futureTolerance", "futureTolerance: 5m", "futureTolerance: 6m", ChangeEffect.NeedsEpoch },
        { "monitors[loans].snapshotEvery", "snapshotEvery: 1000", "snapshotEvery: 2000", ChangeEffect.NeedsRestart },
        { "monitors[loans].respond.cooldown", "12 blocks", "13 blocks", ChangeEffect.Live },
        { "monitors[loans].respond.trainingWindow", "trainingWindow: 30d", "trainingWindow: 31d", ChangeEffect.NeedsRestart },
        { "monitors[loans].respond.minimumLabels", "respond: {", "respond: { minimumLabels: 500,", ChangeEffect.NeedsEpoch },
        { "monitors[loans].respond.holdout", "respond: {", "respond: { holdout: 0.4,", ChangeEffect.NeedsRestart },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_changed_key_is_told_with_what_it_takes(string path, string piece, string replacement, ChangeEffect effect)
    {
        Assert.Contains(piece, Full, StringComparison.Ordinal);
        var after = Valid(Full.Replace(piece, replacement, StringComparison.Ordinal));

        var change = Assert.Single(ConfigurationChange.Between(Valid(Full), after));
        Assert.Equal(new(path.StartsWith("monitors", StringComparison.Ordinal) ? "loans" : null, path, effect), change);
    }

    /// <summary>The name tells monitors apart; kind and backend have one value each, so they cannot change.</summary>
    [Fact]
    public void Every_key_is_among_those_proved()
    {
        var proved = Keys.Select(row => row.Data.Item1.Replace("[loans]", "[]", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        proved.UnionWith(["monitors[].name", "monitors[].task.kind", "monitors[].respond.backend"]);
        var keys = RootKeys.Section.Describe("").Where(key => key.Type != "a section" && key.Path != "monitors").Select(key => key.Path);

        Assert.Empty(keys.Except(proved));
    }

    [Fact]
    public void Nothing_changed_is_no_change() => Assert.Empty(ConfigurationChange.Between(Valid(Full), Valid(Full)));

    [Fact]
    public void Monitors_and_sections_that_come_or_go_are_one_change_each()
    {
        var without = Valid(Full.Replace("    respond:", "    #", StringComparison.Ordinal));
        var renamed = Valid(Full.Replace("name: loans", "name: cards", StringComparison.Ordinal));

        Assert.Equal([new("loans", "monitors[loans].respond", ChangeEffect.Live)], ConfigurationChange.Between(Valid(Full), without));
        Assert.Equal(
            [new("loans", "monitors[loans]", ChangeEffect.NeedsRestart), new("cards", "monitors[cards]", ChangeEffect.NeedsRestart)],
            ConfigurationChange.Between(Valid(Full), renamed));
    }
}
