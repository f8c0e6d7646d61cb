using SynthMonitor.Analyze;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Storage;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Analyze.Ledger;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Analyze;

/// <summary>One epoch of analyze: what it says does not depend on how the records of sources and join mix.</summary>
public sealed class EpochFoldTests
{
    private const int Runs = 60;

    [Fact]
    public void The_order_of_chunks_and_outcomes_changes_no_window_and_no_incident()
    {
        var expected = new RecordingOutput();
        Run(expected, seed: null, restarts: false);
        Assert.Contains(expected.Incidents, incident => incident is { Kind: IncidentRecord.Drift, Revision: 0 });
        Assert.Contains(expected.Incidents, incident => incident.Mature);
        for (var seed = 0UL; seed < Runs; seed++)
        {
            var output = new RecordingOutput();
            Run(output, seed, restarts: seed % 2 == 1);
            Assert.Equal(expected.Text, output.Text);
        }
    }

    [Fact]
    public void An_alarm_is_told_with_its_window_before_any_outcome_is_known()
    {
        var output = new RecordingOutput();
        var fold = New(output);
        foreach (var (first, second) in SampleStream.Chunks(0).Zip(SampleStream.Chunks(1)))
        {
            fold.Apply(first);
            fold.Apply(second);
        }

        var incident = Assert.Single(output.Incidents);
        Assert.Equal((0, IncidentRecord.Drift, false), (incident.Revision, incident.Kind, incident.Mature));
        Assert.InRange(incident.RaisedBlock, SampleEpoch.FirstBlock + SampleStream.Moved, SampleEpoch.FirstBlock + SampleStream.Moved + 6);
        Assert.True(fold.Outcomes.CompleteBlock == long.MinValue);
    }

    [Fact]
    public void Outcomes_wait_for_the_windows_of_their_block_unless_all_features_are_idle()
    {
        var output = new RecordingOutput();
        var fold = New(output);
        ApplyOutcomes(fold, 0);
        Assert.Empty(output.Windows);
        fold.Apply(SampleChunk.Idle(0, 0, 0));
        fold.Apply(SampleChunk.Idle(1, 0, 0));
        Assert.Equal($"loans|1|{SampleEpoch.FirstBlock}|outcomes", Assert.Single(output.Windows).Id);
    }

    [Fact]
    public void Without_labels_windows_are_followed_at_once_and_an_ended_epoch_resolves_what_is_open()
    {
        var output = new RecordingOutput();
        var fold = new EpochFold(SampleEpoch.With(epoch => epoch with { Labels = null }), SampleEpoch.Start(), output);
        foreach (var (first, second) in SampleStream.Chunks(0).Zip(SampleStream.Chunks(1)))
        {
            fold.Apply(first);
            fold.Apply(second);
        }

        Assert.True(fold.HasOpenIncident);
        fold.End();
        Assert.False(fold.HasOpenIncident);
        Assert.Equal(("epoch", fold.Ledger.NextBlock - 1), (output.Incidents[^1].Reason, output.Incidents[^1].ResolvedBlock));
    }

    private static EpochFold New(RecordingOutput output) => new(SampleEpoch.Loaded, SampleEpoch.Start(), output);

    /// <summary>Applies everything: outcomes last, or in an order that the seed decides, in which each source keeps its own.</summary>
    private static void Run(RecordingOutput output, ulong? seed, bool restarts)
    {
        var fold = New(output);
        var random = new KeyedRandom(seed ?? 0, 41);
        Queue<Action>[] queues =
        [
            .. Enumerable.Range(0, 2).Select(partition => new Queue<Action>(SampleStream.Chunks(partition).Select(chunk => (Action)(() => fold.Apply(chunk))))),
            .. Enumerable.Range(0, 3).Select(partition => new Queue<Action>(SampleStream.Outcomes(partition).Select(outcome => (Action)(() => fold.Apply(outcome))))),
        ];
        while (queues.Any(queue => queue.Count > 0))
        {
            var index = seed is null ? Array.FindIndex(queues, queue => queue.Count > 0) : random.Next(queues.Length);
            if (queues[index].TryDequeue(out var apply))
            {
                apply();
                fold = restarts && random.Next(20) == 0 ? Restarted(fold, output) : fold;
            }
        }
    }

    private static EpochFold Restarted(EpochFold fold, RecordingOutput output)
    {
        var writer = new PayloadWriter();
        fold.Write(writer);
        var copy = New(output);
        copy.Read(new PayloadReader(writer.ToArray()));
        return copy;
    }

    private static void ApplyOutcomes(EpochFold fold, int block)
    {
        for (var partition = 0; partition < 3; partition++)
        {
            fold.Apply(SampleStream.Outcomes(partition)[block]);
        }
    }
}
