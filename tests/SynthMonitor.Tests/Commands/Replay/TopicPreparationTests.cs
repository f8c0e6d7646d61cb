using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Commands.Replay;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Commands.Replay;

public sealed class TopicPreparationTests
{
    [Fact]
    public async Task Brokers_that_cannot_be_reached_are_tried_again_until_they_are()
    {
        var time = new FakeTimeProvider();
        using var log = new Unreachable(3);
        var preparing = new TopicPreparation(log, time).Prepare("t", 4, TestContext.Current.CancellationToken);
        while (!preparing.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(4, await preparing);
        Assert.Equal(4, log.Tries);
    }

    [Fact]
    public async Task Waiting_can_be_stopped()
    {
        using var log = new Unreachable(int.MaxValue);
        using var source = new CancellationTokenSource();
        var preparing = new TopicPreparation(log, new FakeTimeProvider()).Prepare("t", null, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => preparing);
    }

    private sealed class Unreachable(int failures) : ILog
    {
        private readonly EmbeddedLog log = new(TimeProvider.System);

        public int Tries { get; private set; }

        public int? Partitions(string topic) => ++Tries <= failures ? throw new LogUnavailableException("nobody answers") : log.Partitions(topic);

        public void Ensure(TopicSpecification topic) => log.Ensure(topic);

        public long Start(TopicPartition partition) => log.Start(partition);

        public long End(TopicPartition partition) => log.End(partition);

        public long OffsetFor(TopicPartition partition, long timestamp) => log.OffsetFor(partition, timestamp);

        public void Read(TopicPartition partition, long from, long? until, RecordHandler handler, CancellationToken cancellation = default) =>
            log.Read(partition, from, until, handler, cancellation);

        public ILogConsumer Join(string group, IReadOnlyList<string> topics) => log.Join(group, topics);

        public ILogProducer CreateProducer() => log.CreateProducer();

        public void Dispose() => log.Dispose();
    }
}
