using SynthMonitor.Analyze;
using SynthMonitor.Analyze.Judging;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Analyze.Judging;

/// <summary>Incidents: raised at once, revised as labels come, resolved.</summary>
public sealed class AssessorTests
{
    private const int Raised = 5;

    private readonly RecordingOutput output = new();
    private readonly Assessor assessor;

    public AssessorTests() => assessor = new Assessor(SampleEpoch.Loaded, output);

    [Fact]
    public void An_alarm_is_told_at_once_and_again_when_enough_labels_have_come()
    {
        assessor.Take(Window(Raised, AlarmTransition.Raised));
        Assert.Equal((0, false, "warning"), (output.Incidents[0].Revision, output.Incidents[0].Mature, output.Incidents[0].Severity));
        for (var block = 0; block < 20; block++)
        {
            assessor.Take(Outcomes(block, labels: 20));
            assessor.AdvanceTo(SampleEpoch.FirstBlock + block);
        }

        Assert.True(assessor.HasOpenIncident);
        var mature = output.Incidents.First(incident => incident.Mature);
        Assert.Equal(output.Incidents[0].Id, mature.Id);
        Assert.True(mature.Labels >= SampleEpoch.Loaded.Epoch.MinimumLabels);
        Assert.Equal(SampleEpoch.FirstBlock + Raised + 2, mature.Block);
        Assert.Equal(Enumerable.Range(0, output.Incidents.Count), output.Incidents.Select(incident => incident.Revision));
    }

    [Fact]
    public void An_incident_is_resolved_by_its_window_under_the_same_id()
    {
        assessor.Take(Window(Raised, AlarmTransition.Raised));
        assessor.Take(Window(Raised + 3, AlarmTransition.Resolved));
        Assert.Single(output.Incidents);
        assessor.AdvanceTo(long.MaxValue);
        Assert.Equal((1, SampleEpoch.FirstBlock + Raised + 3, null), (output.Incidents[1].Revision, output.Incidents[1].ResolvedBlock, output.Incidents[1].Reason));
        Assert.Equal(output.Incidents[0].Id, output.Incidents[1].Id);
        Assert.False(assessor.HasOpenIncident);
    }

    [Fact]
    public void At_an_epochs_end_what_is_open_is_resolved_for_that_reason_and_nothing_else()
    {
        assessor.End(SampleEpoch.FirstBlock);
        Assert.Empty(output.Incidents);
        assessor.Take(Window(Raised, AlarmTransition.Raised));
        assessor.End(SampleEpoch.FirstBlock + 9);
        Assert.Equal((1, SampleEpoch.FirstBlock + 9, "epoch"), (output.Incidents[1].Revision, output.Incidents[1].ResolvedBlock, output.Incidents[1].Reason));
        Assert.False(assessor.HasOpenIncident);
    }

    [Fact]
    public void Windows_and_outcomes_are_followed_by_block_whatever_their_order_of_arrival_and_across_restarts()
    {
        var windows = Enumerable.Range(0, 30)
            .Select(block => Window(block, block == Raised ? AlarmTransition.Raised : block == 25 ? AlarmTransition.Resolved : AlarmTransition.None)).ToList();
        var outcomes = Enumerable.Range(0, 30).Select(block => Outcomes(block, labels: 7)).ToList();
        string? expected = null;
        for (var seed = 0UL; seed < 40; seed++)
        {
            var random = new KeyedRandom(seed);
            var given = new RecordingOutput();
            var follower = new Assessor(SampleEpoch.Loaded, given);
            var (window, outcome) = (0, 0);
            while (window < 30 || outcome < 30)
            {
                if (window < 30 && (outcome == 30 || random.Next(2) == 0))
                {
                    follower.Take(windows[window++]);
                }
                else
                {
                    follower.Take(outcomes[outcome++]);
                }

                follower.AdvanceTo(SampleEpoch.FirstBlock + Math.Min(window, outcome) - 1);
                follower = random.Next(6) == 0 ? Restarted(follower, given) : follower;
            }

            expected ??= given.Text;
            Assert.Equal(expected, given.Text);
            Assert.Equal(30, given.Windows.Count);
        }
    }

    [Fact]
    public void An_outcome_window_tells_the_judged_version_and_how_many_labels_others_had()
    {
        var judging = new Assessor(SampleEpoch.With(epoch => epoch with { Model = "v1" }), output);
        judging.Take(new OutcomeBlock(SampleEpoch.FirstBlock, new SortedDictionary<string, OutcomeCounts> { ["v1"] = Counts(0, 9), ["v2"] = Counts(1, 4) }));
        judging.AdvanceTo(SampleEpoch.FirstBlock);
        var window = Assert.Single(output.Windows);
        Assert.Equal($"loans|1|{SampleEpoch.FirstBlock}|outcomes", window.Id);
        Assert.Equal(("v1", 9, 4), (window.Outcomes!.Model, window.Outcomes.Labels, window.Outcomes.OtherLabels));
    }

    private static JudgedWindow Window(int block, AlarmTransition transition) => new(
        SampleEpoch.FirstBlock + block, SampleStream.Profile(0, block), transition, SampleEpoch.FirstBlock + block,
        transition == AlarmTransition.Raised ? [new IncidentColumn("x", 1, 0.5, [])] : []);

    private static OutcomeBlock Outcomes(int block, int labels) =>
        new(SampleEpoch.FirstBlock + block, new SortedDictionary<string, OutcomeCounts> { ["v1"] = Counts(block, labels) });

    private static OutcomeCounts Counts(int block, int labels)
    {
        var random = new KeyedRandom(9, (ulong)block);
        var counts = new OutcomeCounts();
        for (var label = 0; label < labels; label++)
        {
            var score = random.NextDouble();
            counts.Add(random.NextDouble() < score, score);
        }

        return counts;
    }

    private static Assessor Restarted(Assessor assessor, RecordingOutput output)
    {
        var writer = new PayloadWriter();
        assessor.Write(writer);
        var copy = new Assessor(SampleEpoch.Loaded, output);
        copy.Read(new PayloadReader(writer.ToArray()));
        return copy;
    }
}
