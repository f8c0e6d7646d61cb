using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SynthMonitor.Kafka.Client;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Kafka.Log;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>One monitor on topics of its own, with its files in a temporary folder.</summary>
internal sealed class DaemonRun : IDisposable
{
    /// <summary>Blocks that end before the last row less the lateness.</summary>
    private const int Blocks = (LoanStream.Rows / LoanStream.RowsPerBlock) - 1;

    private const string Monitor = "loans";
    private const int SourcePartitions = 2;
    private readonly string servers;
    private readonly string name = LogUnderTest.NewName("run");
    private readonly string folder;
    private readonly KafkaLog log;
    private readonly InternalTopics topics;
    private readonly List<DaemonProcess> processes = [];

    public DaemonRun(string servers)
    {
        this.servers = servers;
        folder = Directory.CreateTempSubdirectory("synthmonitor-").FullName;
        log = new KafkaLog(new KafkaProperties(servers), NullLogger.Instance, TimeProvider.System);
        topics = new InternalTopics($"{name}.");
        LoanStream.Write(folder);
        DaemonProcess.Run(
            folder, "profile", "reference.csv", "--out", "loans.smref", "--target", "approved", "--score", "score", "--key", "id", "--time", "ts");
        log.Ensure(new TopicSpecification($"{name}-features", SourcePartitions));
        log.Ensure(new TopicSpecification($"{name}-labels", SourcePartitions));
    }

    private string Configuration(int port) =>
        $$"""
        kafka: { bootstrapServers: "{{servers}}", topicPrefix: "{{name}}.", properties: { session.timeout.ms: "6000" } }
        http: { listen: "http://127.0.0.1:{{port}}" }
        registry: { path: ./models }
        state: { path: ./state }
        monitors:
          - name: {{Monitor}}
            reference: loans.smref
            task: { kind: binary, positive: "1", threshold: 0.5, metric: auc }
            features: { topic: {{name}}-features, key: id, time: ts, score: score, lateness: 20s }
            labels: { topic: {{name}}-labels, key: id, time: ts, label: approved, horizon: 1h, lateness: 20s }
            block: {{LoanStream.RowsPerBlock}}s
            falseAlarms: 1 per 1000 blocks
            idleAfter: 1d
            chunk: 512
            snapshotEvery: 20
            respond: { cooldown: 12 blocks, trainingWindow: 30d, minimumLabels: 1000, backend: inProcess }
        """;

    /// <summary>Feeds both sources, all at once or so many rows a second, and waits until they are fed.</summary>
    public void Feed(int? rate = null, Action? meanwhile = null)
    {
        using var features = Replay("features", rate);
        using var labels = Replay("labels", rate);
        meanwhile?.Invoke();
        Assert.True(features.WaitForEnd() == 0, features.Output);
        Assert.True(labels.WaitForEnd() == 0, labels.Output);
    }

    /// <summary>Starts a process with some roles, or with all.</summary>
    public DaemonProcess Start(string? roles = null)
    {
        var port = FreePort.Find();
        var file = $"synthmonitor-{port}.yaml";
        File.WriteAllText(Path.Combine(folder, file), Configuration(port));
        string[] arguments = ["run", "--config", file];
        var process = new DaemonProcess(folder, port, roles is null ? arguments : [.. arguments, "--roles", roles]);
        processes.Add(process);
        return process;
    }

    /// <summary>Waits until windows of so many blocks have been judged.</summary>
    public void WaitForBlocks(int blocks) => Wait(
        () => Results().Windows.Keys.Count(id => !id.EndsWith("|outcomes", StringComparison.Ordinal)) >= blocks, DescribeWindows);

    /// <summary>Waits until everything that was fed has been counted, judged and answered.</summary>
    /// <param name="analyze">The process with that role.</param>
    public void WaitForEnd(DaemonProcess analyze)
    {
        WaitForBlocks(Blocks);

        // Those of all blocks need not be told: where an epoch ends, outcomes that join has not told yet go with it.
        Wait(() => Results().HasOutcomes(LoanStream.LastBlock), DescribeWindows);
        Wait(() => analyze.Records().AreAll(2 * LoanStream.Rows), () => $"records: {analyze.Records()}");
        Wait(() => Results().HaveEnded, () => $"events: {string.Join(", ", Results().Events.Select(record => record.Id))}");
    }

    /// <summary>Waits until something is so.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="state">How far it is, told where it does not happen.</param>
    public void Wait(Func<bool> condition, Func<string>? state = null)
    {
        using var pause = new ManualResetEventSlim();
        for (var start = TimeProvider.System.GetTimestamp(); !condition(); pause.Wait(TimeSpan.FromMilliseconds(250), TestContext.Current.CancellationToken))
        {
            var isHopeless = processes.Exists(process => process.HasFailed) || TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromMinutes(5);
            Assert.False(isHopeless, $"what was waited for did not happen; {state?.Invoke()}\n{string.Join("\n\n", processes.Select(process => process.Output))}");
        }
    }

    private string DescribeWindows() => $"windows: {string.Join(", ", Results().Windows.Keys)}";

    /// <summary>Everything on the topics for everyone.</summary>
    public DaemonResults Results() => new(
        Read<WindowRecord>(topics.Windows), Read<IncidentRecord>(topics.Incidents), Read<EventRecord>(topics.Events));

    public void Dispose()
    {
        processes.ForEach(process => process.Dispose());
        log.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private DaemonProcess Replay(string source, int? rate)
    {
        string[] arguments =
            ["replay", $"{source}.csv", "--bootstrap-servers", servers, "--topic", $"{name}-{source}", "--key", "id", "--time", "ts"];
        return new DaemonProcess(folder, 0, rate is null ? arguments : [.. arguments, "--rate", $"{rate}"]);
    }

    private List<(T Record, string Text)> Read<T>(string topic)
    {
        var records = new List<(T, string)>();
        if (log.Partitions(topic) is not null)
        {
            log.Read(
                topics.Of(topic, Monitor),
                0,
                null,
                (in LogRecord record) => records.Add((JsonMessage.Read<T>(record.Value), Encoding.UTF8.GetString(record.Value))),
                TestContext.Current.CancellationToken);
        }

        return records;
    }
}
