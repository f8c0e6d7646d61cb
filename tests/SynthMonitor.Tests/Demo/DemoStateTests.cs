using SynthMonitor.Demo;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Respond;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Demo;

public sealed class DemoStateTests
{
    private readonly DemoState state = new();

    private bool MayFeed(long block)
    {
        using var stopping = new CancellationTokenSource();
        stopping.Cancel();
        try
        {
            state.WaitToFeed(0, block, 1000, stopping.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [Fact]
    public void Rows_are_fed_so_far_ahead_of_the_ledger_and_of_outcomes_and_no_farther()
    {
        using var stopping = new CancellationTokenSource();
        stopping.Cancel();
        state.WaitToFeed(1000, 7, 1000, stopping.Token);
        Assert.Throws<OperationCanceledException>(() => state.WaitToFeed(1001, 7, 1000, stopping.Token));
        Assert.True(MayFeed(7 + DemoState.HoldAfterBlocks - 1));
        Assert.False(MayFeed(7 + DemoState.HoldAfterBlocks));
    }

    [Theory]
    [InlineData(ResponseStep.Suppressed, "cooldown", true)]
    [InlineData(ResponseStep.Failed, null, true)]
    [InlineData(ResponseStep.Judged, "reject", true)]
    [InlineData(ResponseStep.Judged, "promote", false)]
    [InlineData(ResponseStep.Confirmed, null, false)]
    public void A_mature_incident_is_waited_for_until_its_response_has_ended(string step, string? verdict, bool isEnd)
    {
        state.Incident(Raised(10));
        Assert.False(state.IsAnswering);
        state.Incident(Mature(10));
        Assert.True(state.IsAnswering);
        state.Happened(Event(IdOf(10), step, verdict: verdict));
        Assert.Equal(!isEnd, state.IsAnswering);
    }

    [Fact]
    public void The_feeder_waits_at_a_fixed_block_after_each_incident_that_is_answered()
    {
        MayFeed(10);
        state.Incident(Mature(5));
        state.Incident(Mature(9));
        var hold = Mature(5).Block + DemoState.HoldAfterBlocks;
        Assert.True(MayFeed(hold - 1));
        Assert.False(MayFeed(hold));
        state.Happened(Event(IdOf(5), ResponseStep.Suppressed, verdict: "cooldown"));
        Assert.True(MayFeed(hold));
    }

    [Fact]
    public void A_response_settles_when_the_feeder_waits_for_it_or_has_ended()
    {
        MayFeed(10);
        state.Incident(Mature(10));
        Assert.False(state.HasSettledFor(IdOf(10)));
        state.FeedingEnded();
        Assert.True(state.HasSettledFor(IdOf(10)));
        state.Fed(rows: 400, nextBlock: 12, nextOutcomeBlock: 12);
        Assert.False(state.HasSettledFor(IdOf(10)));
    }

    [Fact]
    public void The_champion_is_what_the_events_say()
    {
        Assert.Null(state.Champion);
        var promotion = Promotion(IdOf(10), "new", champion: "old");
        state.Happened(promotion);
        Assert.Equal("new", state.Champion);
        state.Happened(promotion with { Step = ResponseStep.RolledBack });
        Assert.Equal("old", state.Champion);
    }

    [Fact]
    public void The_last_revision_of_an_incident_is_shown()
    {
        state.Incident(Raised(20));
        state.Incident(Raised(10));
        state.Incident(Resolved(20));
        Assert.Equal([10L, 20L], state.Incidents.Select(incident => incident.RaisedBlock));
        Assert.NotNull(state.Incidents[1].ResolvedBlock);
    }

    [Fact]
    public void A_failed_role_ends_every_wait()
    {
        state.Failed("join", new InvalidOperationException("broken"));
        state.WaitUntil(() => false, TestContext.Current.CancellationToken);
        Assert.Equal("join: broken", state.Failure);
    }
}
