using SynthMonitor.Analyze.Judging;
using SynthMonitor.Analyze.Ledger;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Analyze.Judging;

/// <summary>The judgement of closed blocks.</summary>
public sealed class WindowJudgeTests
{
    private readonly RecordingOutput output = new();

    [Fact]
    public void A_block_is_judged_over_all_channels_and_its_window_says_so()
    {
        var judged = new WindowJudge(SampleEpoch.Loaded, output).Judge(Block(0, "v1"));
        var window = Assert.Single(output.Windows);
        Assert.Equal((WindowRecord.IdOf("loans", 1, SampleEpoch.FirstBlock), SampleEpoch.FirstBlock), (window.Id, window.Block));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(SampleEpoch.At(60)), window.BlockEnd);
        Assert.Equal((16, 1, null, false), (window.Drift!.Rows, window.Drift.Joined, window.Drift.Undefined, window.Drift.Drifted));
        Assert.Equal(SampleEpoch.Loaded.Calibration.Threshold, window.Drift.Threshold);
        Assert.NotEmpty(window.Drift.Channels);
        Assert.Equal((AlarmTransition.None, 16), (judged.Transition, judged.Profile.Rows));
    }

    [Fact]
    public void Too_few_rows_are_undefined_with_the_reason_and_no_number()
    {
        var judged = new WindowJudge(SampleEpoch.Loaded, output).Judge(Block(0, "v1") with { IsUndefined = true, Joined = 4 });
        var drift = Assert.Single(output.Windows).Drift!;
        Assert.Equal("16 rows in 4 blocks, of at least 8", drift.Undefined);
        Assert.Equal((null, null, true), (drift.Score, drift.Threshold, drift.Channels.IsEmpty));
        Assert.Equal(AlarmTransition.None, judged.Transition);
    }

    [Fact]
    public void Only_rows_of_the_judged_version_are_judged()
    {
        var epoch = SampleEpoch.With(epoch => epoch with { Model = "v1" });
        Assert.Equal(16, new WindowJudge(epoch, output).Judge(Block(0, "v1", "v2")).Profile.Rows);
        Assert.Equal(0, new WindowJudge(epoch, output).Judge(Block(1, "v2")).Profile.Rows);
        Assert.Equal("no rows of model version 'v1'", output.Windows[^1].Drift!.Undefined);
        Assert.Equal(32, new WindowJudge(SampleEpoch.Loaded, output).Judge(Block(0, "v1", "v2")).Profile.Rows);
    }

    [Fact]
    public void A_change_raises_an_alarm_with_the_columns_that_moved_and_a_restart_changes_nothing()
    {
        var judge = new WindowJudge(SampleEpoch.Loaded, output);
        var restarted = new WindowJudge(SampleEpoch.Loaded, new RecordingOutput());
        JudgedWindow? raised = null;
        for (var block = 0; block < SampleStream.Blocks; block++)
        {
            var writer = new PayloadWriter();
            judge.Write(writer);
            restarted.Read(new PayloadReader(writer.ToArray()));
            var judged = judge.Judge(Block(block, "v1"));
            Assert.Equal(judged.Transition, restarted.Judge(Block(block, "v1")).Transition);
            raised = judged.Transition == AlarmTransition.Raised ? judged : raised;
        }

        Assert.NotNull(raised);
        Assert.Equal("x", raised.Columns[0].Name);
        Assert.NotEmpty(raised.Columns[0].Ranges);
        Assert.True(output.Windows[^1].Drift!.Drifted);
    }

    private static ClosedBlock Block(int block, params string[] models)
    {
        var counts = new BlockCounts();
        foreach (var model in models)
        {
            var profile = SampleStream.Profile(0, block);
            counts.Add(new ChunkCell(SampleEpoch.FirstBlock + block, model, profile.Rows, 0, profile));
        }

        return new ClosedBlock(SampleEpoch.FirstBlock + block, 1, counts, false);
    }
}
