using System.Text;
using SynthMonitor.Data;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Kafka.Records;

/// <summary>Incidents as everyone reads them.</summary>
public sealed class IncidentRecordTests
{
    private static readonly IncidentRecord Incident = new()
    {
        Id = IncidentRecord.IdOf("loans", 2, IncidentRecord.Drift, 17), Monitor = "loans", Kind = IncidentRecord.Drift, Epoch = 2, Revision = 1,
        Severity = "warning", OnsetBlock = 15, RaisedBlock = 17, Diagnosis = "covariate", Evidence = ["x moved"], Labels = 40, Block = 18,
        Columns = [new IncidentColumn("income", 0.75, 0.5, [new IncidentRange("1 … 5", 0.25)]), new IncidentColumn("age", 0.25, null, [])],
    };

    [Fact]
    public void An_incident_comes_back_as_it_was_given()
    {
        var read = JsonMessage.Read<IncidentRecord>(JsonMessage.ToBytes(Incident));
        Assert.Equal("loans|2|drift|17", read.Id);
        Assert.Equal(JsonMessage.ToBytes(Incident), JsonMessage.ToBytes(read));
        Assert.Null(read.ResolvedBlock);
        Assert.Equal([new IncidentRange("1 … 5", 0.25)], read.Columns[0].Ranges);
    }

    [Fact]
    public void The_names_of_its_fields_are_those_of_the_contract()
    {
        var text = Encoding.UTF8.GetString(JsonMessage.ToBytes(Incident with { ResolvedBlock = 20, Reason = "epoch" }));
        foreach (var name in new[]
        {
            "id", "monitor", "kind", "epoch", "revision", "severity", "onsetBlock", "raisedBlock", "resolvedBlock", "reason", "columns", "name", "share",
            "effect", "diagnosis",
        })
        {
            Assert.Contains($"\"{name}\":", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"id\":")]
    [InlineData("7")]
    public void What_is_no_incident_is_refused(string json) =>
        Assert.Throws<InputException>(() => JsonMessage.Read<IncidentRecord>(Encoding.UTF8.GetBytes(json)));
}
