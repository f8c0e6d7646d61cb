using SynthMonitor.Api;
using static SynthMonitor.Tests.Api.SampleViews;

namespace SynthMonitor.Tests.Api;

public sealed class RunningResponseTests
{
    private readonly RunningResponse response = new();

    [Theory]
    [InlineData("settled")]
    [InlineData("rolled-back")]
    [InlineData("failed")]
    public void It_runs_from_its_first_step_to_its_last(string last)
    {
        foreach (var step in new[] { "confirmed", "synthesized", "trained", "judged", "promoted" })
        {
            response.Apply(Event(step, step == "judged" ? "promote" : null));
            Assert.Equal(step, response.Step);
        }

        response.Apply(Event(last));
        Assert.Null(response.Step);
    }

    [Theory]
    [InlineData("reject")]
    [InlineData("inconclusive")]
    public void A_verdict_that_promotes_nothing_is_its_last_step(string verdict)
    {
        response.Apply(Event("trained"));
        response.Apply(Event("judged", verdict));

        Assert.Null(response.Step);
    }

    [Theory]
    [InlineData("suppressed")]
    [InlineData("answered")]
    [InlineData("settled")]
    public void Steps_of_other_triggers_do_not_end_it(string step)
    {
        response.Apply(Event("trained"));
        response.Apply(Event(step, trigger: "other"));

        Assert.Equal("trained", response.Step);
    }
}
