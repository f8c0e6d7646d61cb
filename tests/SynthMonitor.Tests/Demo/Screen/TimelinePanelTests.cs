namespace SynthMonitor.Tests.Demo.Screen;

public sealed class TimelinePanelTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public void Quality_and_drift_change_where_the_stream_does(int width)
    {
        var lines = SampleFrames.Draw(SampleFrames.Frame, width);
        var (auc, drift) = (Cells(lines, "AUC "), Cells(lines, "drift"));
        Assert.Equal(auc.Length, drift.Length);
        Assert.Equal((SampleFrames.Onset, SampleFrames.Takeover), (auc.IndexOf('▁'), auc.LastIndexOf('▁') + 1).ToBlocks(auc.Length));
        Assert.Equal((SampleFrames.Onset, SampleFrames.Takeover), (drift.IndexOf('█'), drift.LastIndexOf('█') + 1).ToBlocks(drift.Length));
    }

    [Fact]
    public void Marks_stand_where_an_incident_was_raised_and_a_promoted_model_took_over()
    {
        var lines = SampleFrames.Draw(SampleFrames.Frame, width: 200);
        var start = lines.Single(line => line.Contains("drift", StringComparison.Ordinal) && line.Contains('█', StringComparison.Ordinal)).IndexOf('▂', StringComparison.Ordinal);
        var marks = lines.Single(line => line.Contains("blocks 0 to 99", StringComparison.Ordinal));
        Assert.Equal((SampleFrames.Onset + 2, SampleFrames.Takeover), (marks.IndexOf('▼', StringComparison.Ordinal) - start, marks.IndexOf('▲', StringComparison.Ordinal) - start));
    }

    [Fact]
    public void Before_the_first_window_it_says_what_it_waits_for() => Assert.Contains(
        SampleFrames.Draw(SampleFrames.Frame with { Windows = [], Incidents = [], Events = [] }),
        line => line.Contains("waiting for the first block", StringComparison.Ordinal));

    private static string Cells(IReadOnlyList<string> lines, string label) =>
        new([.. lines.Single(line => line.StartsWith($"│ {label}", StringComparison.Ordinal)).Where(letter => letter is >= '▁' and <= '█')]);
}

/// <summary>Cells back to blocks, as near as they tell.</summary>
internal static class CellBlocks
{
    public static (int First, int End) ToBlocks(this (int First, int End) cells, int count)
    {
        int Block(int cell) => (int)Math.Round((double)cell * SampleFrames.Blocks / count / 10) * 10;
        return (Block(cells.First), Block(cells.End));
    }
}
