using SynthMonitor.Backends;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams.Events;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Learning.Models;

namespace SynthMonitor.Demo;

/// <summary>
/// The world outside: feeds rows block by block as the model in production scores them, and their labels when they arrive. It takes the next
/// champion over at the block at which it waited for it.
/// </summary>
internal sealed class DemoFeeder(DemoWorld world, ILog log, DemoState state, DemoOptions options, TimeProvider time)
{
    private const int RowsAhead = 5000;
    private readonly DelayedLabels delayed = new(LabelDelay.Default(options.Seed, DemoWorld.Clock));
    private readonly FedTimes fed = new(new BlockTime(world.Epoch.BlockMilliseconds), DemoWorld.SourcePartitions);
    private TrainedModel champion = world.Champion;
    private string version = NextEpoch.VersionOf(world.Champion.Digest);

    /// <summary>Rows fed so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Labels fed so far.</summary>
    public long Labels { get; private set; }

    /// <summary>Feeds to the end of the stream.</summary>
    public void Run(CancellationToken cancellation)
    {
        FeedAll(cancellation);
        state.FeedingEnded();
    }

    private void FeedAll(CancellationToken cancellation)
    {
        using var producer = log.CreateProducer();
        var started = time.GetTimestamp();
        var firstBlock = new BlockTime(world.Epoch.BlockMilliseconds).Of(DemoWorld.Clock.MillisecondsOf(0));
        while (options.Rows is not { } limit || Rows < limit)
        {
            state.WaitToFeed(Rows, firstBlock + DemoWorld.Clock.BlockOf(Rows), RowsAhead - DemoWorld.Clock.RowsPerBlock, cancellation);
            if (state.Failure is not null)
            {
                return;
            }

            TakeOverChampion();
            var rows = world.Source.Read((int)Math.Min(DemoWorld.Clock.RowsPerBlock, (options.Rows ?? long.MaxValue) - Rows));
            if (rows.Rows == 0)
            {
                return;
            }

            Feed(rows, producer);
            Pace(started, cancellation);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private void TakeOverChampion()
    {
        if (state.Champion is { } digest && digest != champion.Digest)
        {
            champion = world.Registry.Load(digest);
            version = NextEpoch.VersionOf(digest);
        }
    }

    private void Feed(Table rows, ILogProducer producer)
    {
        var labels = (NameColumn)rows[world.Source.Target];
        foreach (var record in world.Records.Features(rows.Without(world.Source.Target), Rows, champion.Score(rows), version))
        {
            Append(producer, SourceKind.Features, world.Epoch.Features.Topic, record);
        }

        for (var row = 0; row < rows.Rows; row++)
        {
            delayed.Add(Rows + row, DemoWorld.Clock.MillisecondsOf(Rows + row), labels[row]!);
        }

        Rows += rows.Rows;
        var arrived = new List<DelayedLabel>();
        while (delayed.TryTake(DemoWorld.Clock.MillisecondsOf(Rows), out var label))
        {
            arrived.Add(label);
        }

        Labels += arrived.Count;
        foreach (var record in world.Records.Labels(arrived))
        {
            Append(producer, SourceKind.Labels, world.Epoch.Labels!.Topic, record);
        }

        producer.Flush();
        state.Fed(Rows, fed.NextBlock, fed.NextOutcomeBlock);
    }

    private void Pace(long started, CancellationToken cancellation)
    {
        if (options.Rate is { } rate)
        {
            var ahead = TimeSpan.FromSeconds(Rows / rate) - time.GetElapsedTime(started);
            if (ahead > TimeSpan.Zero)
            {
                cancellation.WaitHandle.WaitOne(ahead);
            }
        }
    }

    private void Append(ILogProducer producer, SourceKind kind, string topic, DemoRecord record)
    {
        var key = System.Text.Encoding.UTF8.GetBytes(record.Key);
        var partition = Murmur2.Partition(key, DemoWorld.SourcePartitions);
        producer.Append(new TopicPartition(topic, partition), key, record.Value.Span);
        fed.Add(kind, partition, record.EventTime);
    }
}
