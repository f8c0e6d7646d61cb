using System.Text;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Respond;

namespace SynthMonitor.Tests.Respond;

/// <summary>An embedded log on which the first epoch of a monitor has begun, and processes of the respond role on it.</summary>
internal sealed class RespondWorld : IEpochStore, IChampions, IRespondObserver, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<RespondWorker> workers = [];

    public RespondWorld(bool holdAppends = false, bool hasBegun = true)
    {
        Log = new EmbeddedLog(Time, holdAppends);
        foreach (var topic in Topics.All)
        {
            Log.Ensure(topic);
        }

        if (hasBegun)
        {
            Begin(1, "epoch-1");
        }
    }

    public static InternalTopics Topics { get; } = new(Partitions: 2, RowPartitions: 3);

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(1_704_100_000_000));

    public EmbeddedLog Log { get; }

    public ScriptedBackend Backend { get; init; } = new();

    public ResponseSettings Settings { get; init; } = new(CooldownBlocks: 12, BakeBlocks: 4);

    public string Configuration { get; set; } = "c";

    /// <summary>What observers were told.</summary>
    public List<EventRecord> Told { get; } = [];

    public (string? Champion, string? Previous)? Aliases { get; private set; }

    /// <summary>All events, in order.</summary>
    public List<EventRecord> Events => Read<EventRecord>(Topics.Events);

    /// <summary>The events that count, in order.</summary>
    public List<EventRecord> Counted
    {
        get
        {
            var fold = new MonitorEvents();
            return Events.FindAll(fold.Take);
        }
    }

    /// <summary>The epochs that were asked for.</summary>
    public List<EpochRequest> EpochRequests
    {
        get
        {
            var requests = new List<EpochRequest>();
            var partition = Topics.Of(Topics.Profiles, SampleRecords.MonitorName);
            Log.Read(partition, 0, null, (in LogRecord record) => requests.Add((EpochRequest)ProfilesMessage.Read(record.Value, _ => null)!));
            return requests;
        }
    }

    public RespondWorker Start(string process = "a")
    {
        var monitor = new RespondedMonitor(SampleRecords.MonitorName, Settings, number => $"configured {Configuration} as {number}", Configuration);
        var worker = new RespondWorker(Log, Topics, this, [monitor], Backend, this, this, Time, process);
        workers.Add(worker);
        return worker;
    }

    public void Begin(int epoch, string digest) =>
        Append(Topics.State, EpochDirectory.KeyOf(SampleRecords.MonitorName, epoch), new EpochStart(SampleRecords.MonitorName, epoch, digest, null, []).ToBytes());

    public void Append(params IncidentRecord[] incidents) => AppendAll(Topics.Incidents, incidents);

    public void Append(params CommandRecord[] commands) => AppendAll(Topics.Commands, commands);

    public void Append(params WindowRecord[] windows) => AppendAll(Topics.Windows, windows);

    public void Append(params EventRecord[] events) => AppendAll(Topics.Events, events);

    public void Append(string topic, byte[] key, byte[] value)
    {
        using var producer = Log.CreateProducer();
        producer.Append(Topics.Of(topic, SampleRecords.MonitorName), key, value);
        producer.Flush();
    }

    /// <summary>Steps every process until something has happened.</summary>
    public void StepUntil(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(
        () =>
        {
            foreach (var worker in workers)
            {
                worker.Step(TimeSpan.Zero);
                worker.Producer?.Flush();
            }

            return condition();
        },
        Patience));

    /// <summary>Steps every process until a step of a trigger counts, and gives its event.</summary>
    public EventRecord StepTo(string trigger, string step)
    {
        EventRecord? found = null;
        StepUntil(() => (found = Counted.Find(record => record.Trigger == trigger && record.Step == step)) is not null);
        Rest();
        return found!;
    }

    /// <summary>Steps every process until nothing is read any more.</summary>
    public void Rest()
    {
        for (var quiet = 0; quiet < 4;)
        {
            var isDone = false;
            foreach (var worker in workers)
            {
                isDone |= worker.Step(TimeSpan.Zero);
                worker.Producer?.Flush();
            }

            quiet = isDone ? 0 : quiet + 1;
        }
    }

    public void Dispose()
    {
        foreach (var worker in workers)
        {
            worker.Dispose();
        }

        workers.Clear();
        Log.Dispose();
    }

    LoadedEpoch IEpochStore.Load(string digest) => new(
        new Epoch
        {
            Monitor = SampleRecords.MonitorName,
            Number = 1,
            Configuration = digest.StartsWith("configured", StringComparison.Ordinal) ? digest.Split(' ')[1] : "c",
            Reference = "r",
            Features = new FeatureInput { Topic = "loans.features", Partitions = 1 },
            RowPartitions = Topics.RowPartitions,
            BlockMilliseconds = 60_000,
            Positive = "1",
            FalseAlarmsPerBlock = 0.01,
            RowsPerBlock = 100,
        },
        digest,
        null!,
        null!);

    void IChampions.Project(string monitor, string? champion, string? previous) => Aliases = (champion, previous);

    string? IChampions.Champion(string monitor) => "first-model";

    void IRespondObserver.Happened(EventRecord record) => Told.Add(record);

    private void AppendAll<T>(string topic, IEnumerable<T> records)
    {
        foreach (var record in records)
        {
            Append(topic, Encoding.UTF8.GetBytes(SampleRecords.MonitorName), JsonMessage.ToBytes(record));
        }
    }

    private List<T> Read<T>(string topic)
    {
        var records = new List<T>();
        Log.Read(Topics.Of(topic, SampleRecords.MonitorName), 0, null, (in LogRecord record) => records.Add(JsonMessage.Read<T>(record.Value)));
        return records;
    }
}
