namespace SynthMonitor.Kafka.Client;

/// <summary>
/// The settings that clients run with: SynthMonitor's defaults, then the user's (librdkafka's own names), then those on which
/// correctness rests and which the user therefore cannot change.
/// </summary>
public sealed class KafkaProperties
{
    private static readonly Dictionary<string, string> CommonDefaults = new(StringComparer.Ordinal)
    {
        ["client.id"] = "synthmonitor",
        ["socket.keepalive.enable"] = "true",
        ["log.connection.close"] = "false",
    };

    // Members hear of a rebalance with their heartbeats. Fetches are large when there is much to read and wait little when there is not; without the short back-off a partition whose
    // queue is full is left alone for a second.
    private static readonly Dictionary<string, string> ConsumerDefaults = new(StringComparer.Ordinal)
    {
        ["heartbeat.interval.ms"] = "1000",
        ["fetch.min.bytes"] = "1024",
        ["fetch.wait.max.ms"] = "100",
        ["fetch.queue.backoff.ms"] = "10",
        ["max.partition.fetch.bytes"] = "4194304",
        ["queued.min.messages"] = "100000",
        ["queued.max.messages.kbytes"] = "65536",
    };

    private static readonly Dictionary<string, string> ConsumerFixed = new(StringComparer.Ordinal)
    {
        ["enable.auto.commit"] = "false",
        ["enable.auto.offset.store"] = "false",
        ["enable.partition.eof"] = "true",
        ["auto.offset.reset"] = "error",
        ["isolation.level"] = "read_committed",
        ["group.protocol"] = "classic",
        ["partition.assignment.strategy"] = "range",
    };

    private static readonly Dictionary<string, string> ProducerDefaults = new(StringComparer.Ordinal)
    {
        ["compression.type"] = "lz4",
        ["linger.ms"] = "5",
        ["queue.buffering.max.kbytes"] = "65536",
    };

    private static readonly Dictionary<string, string> ProducerFixed = new(StringComparer.Ordinal)
    {
        ["acks"] = "all",
        ["enable.idempotence"] = "true",
        ["enable.gapless.guarantee"] = "true",
        ["message.timeout.ms"] = "0",
        ["dotnet.producer.enable.background.poll"] = "false",
        ["dotnet.producer.delivery.report.fields"] = "none",
    };

    private readonly string bootstrapServers;
    private readonly IReadOnlyDictionary<string, string> user;

    /// <summary>Puts the user's settings together with SynthMonitor's.</summary>
    /// <param name="bootstrapServers">Brokers to start from, <c>host:port</c> separated by commas.</param>
    /// <param name="user">The user's settings by librdkafka's names, or null.</param>
    /// <exception cref="ArgumentException">A setting is one of <see cref="Reserved"/>.</exception>
    public KafkaProperties(string bootstrapServers, IReadOnlyDictionary<string, string>? user = null)
    {
        this.bootstrapServers = bootstrapServers;
        this.user = user ?? new Dictionary<string, string>();
        var taken = this.user.Keys.Where(Reserved.Contains).Order(StringComparer.Ordinal).ToArray();
        if (taken.Length > 0)
        {
            throw new ArgumentException($"'{string.Join("', '", taken)}' is set by SynthMonitor itself; remove it", nameof(user));
        }
    }

    /// <summary>The names that a user cannot set.</summary>
    public static IReadOnlySet<string> Reserved { get; } =
        new HashSet<string>([.. ConsumerFixed.Keys, .. ProducerFixed.Keys, "bootstrap.servers", "group.id"], StringComparer.Ordinal);

    /// <summary>Settings of a client that neither reads nor appends.</summary>
    public Dictionary<string, string> ForAdministration() => Layer(CommonDefaults, user);

    /// <summary>Settings of a member of a consumer group, or of a reader without one.</summary>
    /// <param name="group">The group; a reader that subscribes to nothing never joins it.</param>
    /// <param name="withTopics">Whether results name their topic, which costs a string a record.</param>
    public Dictionary<string, string> ForConsumer(string group, bool withTopics)
    {
        var settings = Layer(CommonDefaults, ConsumerDefaults, user, ConsumerFixed);
        settings["group.id"] = group;
        settings["dotnet.consumer.consume.result.fields"] = withTopics ? "timestamp,topic" : "timestamp";
        return settings;
    }

    /// <summary>Settings of an idempotent producer.</summary>
    public Dictionary<string, string> ForProducer() => Layer(CommonDefaults, ProducerDefaults, user, ProducerFixed);

    private Dictionary<string, string> Layer(params IEnumerable<KeyValuePair<string, string>>[] layers)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["bootstrap.servers"] = bootstrapServers };
        foreach (var (name, value) in layers.SelectMany(layer => layer))
        {
            settings[name] = value;
        }

        return settings;
    }
}
