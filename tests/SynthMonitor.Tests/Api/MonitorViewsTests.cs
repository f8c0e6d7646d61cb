using SynthMonitor.Api;
using static SynthMonitor.Tests.Api.SampleViews;

namespace SynthMonitor.Tests.Api;

public sealed class MonitorViewsTests
{
    private readonly MonitorViews views = new(["loans", "cards"], capacity: 10);

    private MonitorSummary Loans => views.Summaries.Single(monitor => monitor.Name == "loans");

    [Fact]
    public void A_monitor_waits_until_its_first_window()
    {
        Assert.Equal(["cards", "loans"], views.Summaries.Select(monitor => monitor.Name));
        Assert.Equal("waiting", Loans.State);

        views.Apply(Window(1));
        Assert.Equal("steady", Loans.State);
        Assert.Equal(1, Loans.Window!.Block);
    }

    [Fact]
    public void An_incident_is_open_until_a_later_revision_resolves_it()
    {
        views.Apply(Window(20));
        views.Apply(Incident(20));
        Assert.Equal(("drifted", 1, 1), (Loans.State, Loans.IncidentsOpen, Loans.Incidents));

        views.Apply(Incident(20, revision: 2, resolved: 30));
        Assert.Equal(("steady", 0, 1), (Loans.State, Loans.IncidentsOpen, Loans.Incidents));

        views.Apply(Incident(20));
        Assert.Equal(("steady", 0, 1), (Loans.State, Loans.IncidentsOpen, Loans.Incidents));
        Assert.Equal(30, views.Find("loans")!.Incidents(10).Single().ResolvedBlock);
    }

    [Fact]
    public void Verdicts_promotions_and_rollbacks_are_counted()
    {
        views.Apply(Event("judged", "promote"));
        views.Apply(Event("promoted"));
        views.Apply(Event("judged", "reject", trigger: "other"));
        Assert.Equal((2, 1, 0), (Loans.Retrains, Loans.Promotions, Loans.Rollbacks));

        views.Apply(Event("rolled-back"));
        Assert.Equal((2, 1, 1), (Loans.Retrains, Loans.Promotions, Loans.Rollbacks));
    }

    [Fact]
    public void A_step_that_is_stated_again_by_a_later_attempt_counts_once()
    {
        views.Apply(Event("promoted"));
        views.Apply(Event("promoted") with { Id = "again", Attempt = 2 });

        Assert.Equal(1, Loans.Promotions);
    }

    [Fact]
    public void Applying_everything_again_changes_nothing()
    {
        for (var time = 0; time < 2; time++)
        {
            views.Apply(Window(20));
            views.Apply(Outcome(18));
            views.Apply(Incident(20));
            views.Apply(Event("judged", "promote"));
            views.Apply(Event("promoted"));
        }

        Assert.Equal((1, 1, 1), (Loans.Incidents, Loans.Retrains, Loans.Promotions));
        Assert.Single(views.Find("loans")!.Windows(10));
        Assert.Single(views.Find("loans")!.Outcomes(10));
        Assert.Equal(0.871, Loans.Outcome!.Performance["auc"]);
        Assert.Equal(2, views.Find("loans")!.Events(10).Length);
    }

    [Fact]
    public void What_is_kept_is_bounded_and_counts_go_on()
    {
        for (var block = 0; block < 100; block++)
        {
            views.Apply(Window(block));
            views.Apply(Outcome(block));
            views.Apply(Incident(block, resolved: block + 1));
            views.Apply(Event("promoted", trigger: $"t{block}"));
        }

        var loans = views.Find("loans")!;
        Assert.Equal((10, 10), (loans.Windows(1000).Length, loans.Outcomes(1000).Length));
        Assert.Equal((10, 10), (loans.Incidents(1000).Length, loans.Events(1000).Length));
        Assert.Equal((100, 100), (Loans.Incidents, Loans.Promotions));
        Assert.Equal(99, Loans.Window!.Block);
    }

    [Fact]
    public void Records_of_other_monitors_are_ignored()
    {
        views.Apply(Window(1, monitor: "unknown"));

        Assert.Null(views.Find("unknown"));
        Assert.All(views.Summaries, monitor => Assert.Null(monitor.Window));
    }
}
