using SynthMonitor.Analyze;
using SynthMonitor.Analyze.Judging;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Analyze.Judging;

/// <summary>What an assessor holds comes back as it was written.</summary>
public sealed class AssessorFormatTests
{
    [Fact]
    public void Windows_and_outcomes_that_wait_come_back_in_order()
    {
        JudgedWindow[] windows =
        [
            new(-3, SampleStream.Profile(0, 0), AlarmTransition.None, -3, []),
            new(4, SampleStream.Profile(0, 1), AlarmTransition.Raised, 2, [new IncidentColumn("x", 0.75, null, [new IncidentRange("1 … 2", 0.5)])]),
        ];
        OutcomeBlock[] outcomes =
        [
            new(4, new SortedDictionary<string, OutcomeCounts>(StringComparer.Ordinal) { ["v1"] = SampleStream.Counts(0, 0), [""] = SampleStream.Counts(0, 1) }),
            new(5, new SortedDictionary<string, OutcomeCounts>(StringComparer.Ordinal)),
        ];
        var writer = new PayloadWriter();
        AssessorFormat.Write(writer, windows, outcomes);
        var reader = new PayloadReader(writer.ToArray());
        var (readWindows, readOutcomes) = (new Queue<JudgedWindow>(), new Queue<OutcomeBlock>());
        AssessorFormat.Read(reader, SampleEpoch.Loaded.Reference.Codebook, readWindows, readOutcomes);
        reader.End();
        Assert.Equal(
            windows.Select(window => (window.Block, window.Profile, window.Transition, window.OnsetBlock)),
            readWindows.Select(window => (window.Block, window.Profile, window.Transition, window.OnsetBlock)));
        Assert.Equal(JsonMessage.ToBytes(windows[1].Columns), JsonMessage.ToBytes(readWindows.Last().Columns));
        Assert.Equal(outcomes.Select(block => block.Block), readOutcomes.Select(block => block.Block));
        Assert.Equal(outcomes[0].Models, readOutcomes.First().Models);
    }

    [Fact]
    public void An_incident_and_none_come_back()
    {
        var incident = new IncidentRecord
        {
            Id = "i", Monitor = "m", Kind = IncidentRecord.Drift, Epoch = 1, Revision = 2, Severity = "warning", OnsetBlock = 3, RaisedBlock = 4, Diagnosis = "concept",
        };
        var writer = new PayloadWriter();
        AssessorFormat.Write(writer, incident);
        AssessorFormat.Write(writer, null);
        var reader = new PayloadReader(writer.ToArray());
        Assert.Equal(JsonMessage.ToBytes(incident), JsonMessage.ToBytes(AssessorFormat.ReadIncident(reader)));
        Assert.Null(AssessorFormat.ReadIncident(reader));
        reader.End();
    }
}
