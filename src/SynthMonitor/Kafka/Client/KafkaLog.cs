using System.Collections.Concurrent;
using Confluent.Kafka;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Observability;
using TopicPartition = SynthMonitor.Kafka.Log.TopicPartition;

namespace SynthMonitor.Kafka.Client;

/// <summary>
/// The log on a Kafka cluster. Requests are repeated while they fail in passing and give up with
/// <see cref="LogUnavailableException"/> after twenty seconds; consumers and producers never give up.
/// </summary>
public sealed class KafkaLog : ILog
{
    private readonly CancellationTokenSource closing;
    private readonly ConcurrentBag<KafkaReader> idleReaders = [];
    private readonly ILogger logger;
    private readonly TimeProvider time;
    private readonly KafkaReachability reachability;
    private readonly KafkaClients clients;
    private readonly IAdminClient admin;
    private readonly KafkaRequests requests;
    private readonly KafkaTopics topics;

    /// <summary>Connects, in the background, to a cluster.</summary>
    /// <param name="properties">The settings of its clients.</param>
    /// <param name="logger">Where outages and changes of groups are reported.</param>
    /// <param name="time">Measures outages.</param>
    /// <param name="condition">What becomes not ready in an outage, or null.</param>
    /// <exception cref="InvalidOperationException">librdkafka does not know a setting.</exception>
    /// <exception cref="ArgumentException">A setting has a value that librdkafka does not take.</exception>
    public KafkaLog(KafkaProperties properties, ILogger logger, TimeProvider time, HealthCondition? condition = null)
    {
        this.logger = logger;
        this.time = time;
        closing = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        reachability = new KafkaReachability(logger, time, condition);
        clients = new KafkaClients(properties, reachability, logger);
        admin = clients.Administration();
        requests = new KafkaRequests(reachability, time, closing.Token);
        topics = new KafkaTopics(admin, requests, reachability);
    }

    /// <inheritdoc/>
    public int? Partitions(string topic) => topics.Partitions(topic);

    /// <inheritdoc/>
    public void Ensure(Log.TopicSpecification topic) => topics.Ensure(topic);

    /// <inheritdoc/>
    public long Start(TopicPartition partition) => topics.Start(partition);

    /// <inheritdoc/>
    public long End(TopicPartition partition) => topics.End(partition);

    /// <inheritdoc/>
    public long OffsetFor(TopicPartition partition, long timestamp) => topics.OffsetFor(partition, timestamp);

    /// <inheritdoc/>
    public void Read(TopicPartition partition, long from, long? until, RecordHandler handler, CancellationToken cancellation = default)
    {
        from = Math.Max(from, Start(partition));
        var end = Math.Min(until ?? long.MaxValue, End(partition));
        if (from >= end)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, closing.Token);
        var reader = idleReaders.TryTake(out var idle) ? idle : new KafkaReader(clients, reachability, time);
        try
        {
            reader.Read(partition, from, end, handler, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            reader.Dispose();
            throw new LogUnavailableException($"the log was closed while {partition} was read");
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        idleReaders.Add(reader);
    }

    /// <inheritdoc/>
    public ILogConsumer Join(string group, IReadOnlyList<string> topics) =>
        new KafkaConsumer(group, topics, clients, reachability, requests, this.topics, logger);

    /// <inheritdoc/>
    public ILogProducer CreateProducer() => new KafkaProducer(clients.Producer(), reachability, closing.Token);

    /// <summary>
    /// Some time from now nothing waits for the cluster any more: requests and reads end with <see cref="LogUnavailableException"/>, and what
    /// producers could not deliver with <see cref="LogDeliveryException"/>.
    /// </summary>
    public void CloseAfter(TimeSpan patience) => closing.CancelAfter(patience);

    /// <summary>Ends what waits for the cluster. Consumers and producers are their makers' to dispose of.</summary>
    public void Dispose()
    {
        closing.Cancel();
        while (idleReaders.TryTake(out var reader))
        {
            reader.Dispose();
        }

        admin.Dispose();
        closing.Dispose();
    }
}
