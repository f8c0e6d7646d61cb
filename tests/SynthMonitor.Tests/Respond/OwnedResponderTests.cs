using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Respond;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Respond;

public sealed class OwnedResponderTests : IDisposable
{
    private readonly RespondWorld world = new();
    private readonly ILogProducer producer;
    private readonly OwnedResponder owned;

    public OwnedResponderTests()
    {
        producer = world.Log.CreateProducer();
        world.Append(Promotion("t", "model", champion: "old"));
        owned = new OwnedResponder(
            new RespondedMonitor(MonitorName, new ResponseSettings(), number => $"configured c as {number}", "c"),
            world.Log, RespondWorld.Topics, world, producer, world.Backend, world, world, world.Time, "a", TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        owned.Dispose();
        producer.Dispose();
        world.Dispose();
    }

    [Fact]
    public void Events_of_before_are_known_and_not_told()
    {
        Assert.Equal("model", owned.Responder.Events.Champion);
        Assert.Equal(1, owned.EventsRead);
        Assert.Empty(world.Told);
    }

    [Fact]
    public void Nothing_follows_before_the_incidents_are_read_too()
    {
        owned.Advance();
        Assert.Null(world.Aliases);
        owned.Responder.CaughtUp();
        owned.Advance();
        Assert.Equal(("model", "old"), world.Aliases);
    }

    [Fact]
    public void An_epoch_is_asked_for_once_and_none_that_has_begun()
    {
        owned.RequestEpoch(1, "begun already");
        owned.RequestEpoch(2, "next");
        owned.RequestEpoch(2, "next");
        owned.RequestEpoch(1, "older");
        Assert.Equal(new EpochRequest(2, "next"), Assert.Single(world.EpochRequests));
    }

    [Fact]
    public void Only_an_epoch_that_has_begun_is_found()
    {
        Assert.Equal("epoch-1", owned.EpochOf(1).Digest);
        var fault = Assert.Throws<InvalidOperationException>(() => owned.EpochOf(2));
        Assert.Contains("epoch 2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_data_end_where_the_rows_end_now()
    {
        producer.Append(new TopicPartition(RespondWorld.Topics.Rows, 1), [], [1, 2, 3]);
        Assert.Equal([0L, 1L, 0L], owned.RowEnds());
    }
}
