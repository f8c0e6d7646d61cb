using System.Collections.Immutable;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Respond;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Respond;

public sealed class MonitorEventsTests
{
    private readonly MonitorEvents events = new();

    private void Take(params EventRecord[] records)
    {
        foreach (var record in records)
        {
            events.Take(record);
        }
    }

    [Fact]
    public void Before_any_event_nothing_is_decided()
    {
        Assert.True(events is { HasChampion: false, Champion: null, Running: null, NextEpoch: null, LastVerdictBlock: null, IsPaused: false });
    }

    [Fact]
    public void A_promotion_names_champion_previous_and_next_epoch()
    {
        Take(Promotion("t", "new", champion: "old", epoch: 3));
        Assert.Equal(("new", "old"), (events.Champion, events.Previous));
        Assert.Equal((4, "epoch-new"), events.NextEpoch);
        Assert.Equal("t", events.Baking?.Trigger);
        Take(Promotion("u", "newest", champion: "whatever", epoch: 4));
        Assert.Equal(("newest", "new"), (events.Champion, events.Previous));
    }

    [Fact]
    public void A_rollback_restores_the_previous_champion_and_asks_for_the_epoch_of_before_under_the_next_number()
    {
        var promotion = Promotion("t", "new", champion: "old");
        Take(promotion, Event("t", ResponseStep.RolledBack, epoch: 2, block: 77) with { Digests = promotion.Digests!.SetItem("epoch", "before again") });
        Assert.Equal(("old", null), (events.Champion, events.Previous));
        Assert.Equal((3, "before again"), events.NextEpoch);
        Assert.Null(events.Baking);
        Assert.Equal(77, events.LastVerdictBlock);
    }

    [Fact]
    public void A_rollback_to_a_champion_outside_of_the_registry_leaves_none()
    {
        var promotion = Promotion("t", "new", champion: null);
        Take(promotion, Event("t", ResponseStep.RolledBack, epoch: 2) with { Digests = promotion.Digests });
        Assert.True(events is { HasChampion: true, Champion: null, Previous: null });
    }

    [Fact]
    public void The_last_verdict_is_that_of_a_judgement_or_a_failure()
    {
        Take(Event("t", ResponseStep.Confirmed, block: 5), Event("t", ResponseStep.Judged, verdict: "reject", block: 5));
        Assert.Equal(5, events.LastVerdictBlock);
        Take(Event("u", ResponseStep.Suppressed, verdict: "cooldown", block: 7));
        Assert.Equal(5, events.LastVerdictBlock);
        Take(Event("v", ResponseStep.Confirmed, block: 30), Event("v", ResponseStep.Failed, block: 30));
        Assert.Equal(30, events.LastVerdictBlock);
    }

    [Theory]
    [InlineData(16, null)]
    [InlineData(17, "u")]
    public void A_confirmation_by_an_owner_that_had_not_read_the_last_verdict_does_not_count_within_the_cooldown(long raised, string? running)
    {
        Take(Event("t", ResponseStep.Confirmed), Event("t", ResponseStep.Judged, verdict: "reject", block: 5));
        Take(Event("u", ResponseStep.Confirmed, block: 20) with
        {
            Figures = ImmutableSortedDictionary<string, double>.Empty.Add(MonitorEvents.RaisedBlock, raised).Add(MonitorEvents.Cooldown, 12),
        });
        Assert.Equal(running, events.Running);
    }

    [Fact]
    public void The_first_answer_to_a_command_counts()
    {
        Take(Event("c1", ResponseStep.Answered, verdict: "paused"));
        Assert.True(events.IsPaused);
        Take(Event("c2", ResponseStep.Answered, verdict: "resumed"), Event("c1", ResponseStep.Answered, verdict: "paused"));
        Assert.False(events.IsPaused);
        Take(Event("c3", ResponseStep.Answered, verdict: "refused"));
        Assert.False(events.IsPaused);
        Assert.True(events.HasAnswered("c3"));
        Assert.False(events.HasAnswered("c4"));
    }

    [Fact]
    public void A_forgotten_trigger_leaves_the_champion_in_place()
    {
        Take(Promotion("t", "new", champion: "old"), Event("t", ResponseStep.Settled, epoch: 2));
        events.Forget("t");
        Assert.Null(events.Find("t"));
        Assert.Equal("new", events.Champion);
    }
}
