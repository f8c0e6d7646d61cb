using SynthMonitor.Kafka.Records;
using SynthMonitor.Respond;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Respond;

public sealed class KnownIncidentsTests
{
    private readonly KnownIncidents incidents = new();
    private readonly MonitorEvents events = new();

    [Fact]
    public void The_last_revision_counts_in_whatever_order_they_are_written_again()
    {
        incidents.Take(Resolved(10), events);
        incidents.Take(Raised(10), events);
        incidents.Take(Mature(10), events);
        Assert.Empty(incidents.Open);
        Assert.NotNull(incidents.Find(IdOf(10))!.ResolvedBlock);
    }

    [Fact]
    public void Resolved_incidents_are_let_go_in_the_end_with_their_events_but_never_open_or_running_ones()
    {
        incidents.Take(Mature(1), events);
        events.Take(Event(IdOf(2), ResponseStep.Confirmed));
        incidents.Take(Resolved(2), events);
        events.Take(Event(IdOf(3), ResponseStep.Suppressed, verdict: "paused"));
        incidents.Take(Resolved(3), events);
        for (var raised = 10; raised < 2 * KnownIncidents.MaximumResolved; raised++)
        {
            incidents.Take(Raised(raised), events);
            incidents.Take(Resolved(raised), events);
        }

        Assert.Equal(KnownIncidents.MaximumResolved + 1, incidents.Count);
        Assert.Equal(IdOf(1), Assert.Single(incidents.Open).Id);
        Assert.NotNull(incidents.Find(IdOf(2)));
        Assert.NotNull(events.Find(IdOf(2)));
        Assert.Null(incidents.Find(IdOf(3)));
        Assert.Null(events.Find(IdOf(3)));
    }
}
