using SynthMonitor.Demo;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Demo;

public sealed class DemoRunTests
{
    private static SampleDemo Demo => SampleDemo.Concept;

    [Fact]
    public void Every_record_is_accounted_for()
    {
        var conservation = Demo.Report.Conservation;
        Assert.Equal(6000, Demo.Report.Rows);
        Assert.Equal(6000, conservation.Consumed);
        Assert.Equal(conservation.Consumed, conservation.Accepted + conservation.Late + conservation.Rejected + conservation.DeadLettered);
        Assert.True(conservation.Labels.AreConserved, conservation.Labels.ToString());
        Assert.True(conservation.Joins.AreConserved, conservation.Joins.ToString());
        Assert.True(conservation.Joins.Joined > 4000, conservation.Joins.ToString());
    }

    [Fact]
    public void The_drift_raises_an_incident_and_nothing_before_it_does()
    {
        Assert.NotEmpty(Demo.Report.Incidents);
        Assert.All(Demo.Report.Incidents, incident => Assert.True(incident.RaisedRow >= SampleDemo.DriftRow, incident.ToString()));
        Assert.Contains(Demo.Report.Incidents, incident => incident.Diagnosis == "concept");
    }

    [Fact]
    public void The_response_is_judged_on_real_rows_and_the_better_model_promoted()
    {
        var retrain = Assert.Single(Demo.Report.Retrains);
        Assert.Equal("promote", retrain.Verdict);
        Assert.True(retrain.Challenger > retrain.Champion, retrain.ToString());
        Assert.Equal(1, Demo.Report.Promotions);
        Assert.All(Demo.Events.Where(record => record.Step == ResponseStep.Suppressed), record => Assert.NotNull(record.Verdict));
    }

    [Fact]
    public void The_same_seed_gives_the_same_blocks_and_incidents()
    {
        var again = SampleDemo.Start(SampleDemo.Options());
        Assert.Equal(Texts(Demo.Windows), Texts(again.Windows));
        Assert.Equal(Texts(Demo.Incidents), Texts(again.Incidents));
        Assert.Equal(Demo.Events.Select(record => record.Id), again.Events.Select(record => record.Id));
        Assert.Equal(Demo.Report.Conservation, again.Report.Conservation);
    }

    private static IEnumerable<string> Texts<T>(IEnumerable<T> records) => records.Select(record => System.Text.Encoding.UTF8.GetString(JsonMessage.ToBytes(record)));
}
