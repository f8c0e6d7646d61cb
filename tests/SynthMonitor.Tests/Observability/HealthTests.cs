using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Observability;

public sealed class HealthTests
{
    private readonly Health health = new();

    [Fact]
    public void A_new_process_lives_but_is_neither_started_nor_ready()
    {
        Assert.True(health.IsLive);
        Assert.False(health.IsStarted);
        Assert.Equal(["start: the roles are not started"], health.Reasons);
    }

    [Fact]
    public void It_is_ready_when_every_condition_holds()
    {
        health.Started();
        health.Condition("reference loans").NotReady("no such file");
        health.Condition("broker");
        Assert.Equal(["broker: not known yet", "reference loans: no such file"], health.Reasons);

        health.Condition("broker").Ready();
        health.Condition("reference loans").Ready();
        Assert.True(health.IsReady);

        health.Condition("broker").NotReady("lost\nsince 12:00");
        Assert.Equal(["broker: lost since 12:00"], health.Reasons);
    }

    [Fact]
    public void A_condition_that_no_longer_matters_is_forgotten()
    {
        health.Started();
        health.Condition("partition 3").NotReady("restoring");
        health.Remove("partition 3");

        Assert.True(health.IsReady);
    }

    [Fact]
    public void A_role_that_failed_for_good_ends_liveness_with_its_first_error()
    {
        health.Started();
        health.Fatal("join", "the state is of a newer version");
        health.Fatal("join", "another");

        Assert.False(health.IsLive);
        Assert.False(health.IsReady);
        Assert.Equal(["join: the state is of a newer version"], health.FatalErrors);
    }
}
