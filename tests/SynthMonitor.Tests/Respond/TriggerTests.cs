using SynthMonitor.Data;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Respond;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Respond;

public sealed class TriggerTests
{
    private static Trigger After(params (string Step, string? Verdict)[] steps)
    {
        var trigger = new Trigger();
        foreach (var (step, verdict) in steps)
        {
            trigger.Take(Event("t", step, verdict: verdict));
        }

        return trigger;
    }

    [Fact]
    public void The_first_event_of_a_step_counts_whoever_wrote_it()
    {
        var trigger = new Trigger();
        Assert.True(trigger.Take(Event("t", ResponseStep.Confirmed, by: "a")));
        Assert.False(trigger.Take(Event("t", ResponseStep.Confirmed, by: "b")));
        Assert.False(trigger.Take(Event("t", ResponseStep.Confirmed, by: "a")));
        Assert.Equal("a", trigger[ResponseStep.Confirmed]!.By);
    }

    [Theory]
    [InlineData(ResponseStep.Confirmed, ResponseStep.Suppressed)]
    [InlineData(ResponseStep.Suppressed, ResponseStep.Confirmed)]
    [InlineData(ResponseStep.Judged, ResponseStep.Failed)]
    [InlineData(ResponseStep.Failed, ResponseStep.Judged)]
    public void Of_two_owners_that_decide_differently_the_first_has_its_way(string first, string second)
    {
        var trigger = After((first, "promote"));
        Assert.False(trigger.Take(Event("t", second, by: "b", verdict: "promote")));
        Assert.Null(trigger[second]);
    }

    [Fact]
    public void A_promotion_settles_or_is_rolled_back_but_not_both()
    {
        var trigger = After((ResponseStep.Confirmed, null), (ResponseStep.Judged, "promote"), (ResponseStep.Promoted, null), (ResponseStep.Settled, null));
        Assert.True(trigger.HasEnded);
        Assert.False(trigger.Take(Event("t", ResponseStep.RolledBack)));
    }

    [Theory]
    [InlineData("reject")]
    [InlineData("inconclusive")]
    public void Nothing_is_promoted_after_another_verdict(string verdict)
    {
        var trigger = After((ResponseStep.Confirmed, null), (ResponseStep.Judged, verdict));
        Assert.True(trigger is { HasVerdict: true, HasEnded: true, IsRunning: false });
        Assert.False(trigger.Take(Event("t", ResponseStep.Promoted)));
    }

    [Fact]
    public void It_runs_from_its_confirmation_to_its_verdict()
    {
        Assert.False(After().IsRunning);
        Assert.True(After((ResponseStep.Confirmed, null)).IsRunning);
        Assert.True(After((ResponseStep.Confirmed, null), (ResponseStep.Judged, "promote")).IsRunning);
        Assert.False(After((ResponseStep.Confirmed, null), (ResponseStep.Judged, "promote"), (ResponseStep.Promoted, null)).IsRunning);
        Assert.False(After((ResponseStep.Confirmed, null), (ResponseStep.Failed, null)).IsRunning);
        Assert.False(After((ResponseStep.Suppressed, "cooldown")).IsRunning);
    }

    [Fact]
    public void What_retention_has_deleted_before_a_step_does_not_hide_it()
    {
        var trigger = After((ResponseStep.Promoted, null));
        Assert.True(trigger is { HasVerdict: true, HasEnded: false });
    }

    [Fact]
    public void A_step_of_a_newer_version_is_refused()
    {
        var fault = Assert.Throws<InputException>(() => After(("pondered", null)));
        Assert.Contains("pondered", fault.Message, StringComparison.Ordinal);
    }
}
