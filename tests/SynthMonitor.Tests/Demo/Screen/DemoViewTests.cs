using SynthMonitor.Demo.Screen;
using SynthMonitor.Kafka.Records;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Demo.Screen;

/// <summary>What a terminal shows of a demo.</summary>
public sealed class DemoViewTests
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 50)]
    public void A_frame_keeps_within_the_terminal(int width, int height)
    {
        var crowded = SampleFrames.Frame with
        {
            Incidents = [.. Enumerable.Repeat(SampleFrames.Incident, 30)],
            Events = [.. Enumerable.Repeat(SampleFrames.Frame.Events[0], 30)],
        };
        var lines = SampleFrames.Draw(crowded, width, height);
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Assert.True(lines.Count <= height, $"{lines.Count} lines");
    }

    [Fact]
    public void The_stream_is_told_with_its_rate_lag_and_event_time()
    {
        var text = Text(SampleFrames.Frame);
        Assert.Contains("19,400 of 40,000 rows · 1,234/s · lag 600 · event time 2024-01-01 01:40", text, StringComparison.Ordinal);
        Assert.Contains("from row 8,000 on: labels by another rule", text, StringComparison.Ordinal);
        Assert.Contains("champion 0123456789ab", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incident_is_shown_with_diagnosis_onset_and_columns_until_it_is_over()
    {
        Assert.Matches("● confirmed +concept \\(drift\\) +since row 8,000 +income 60 %, age 40 %", Text(SampleFrames.Frame));
        var over = SampleFrames.Incident with { ResolvedBlock = SampleFrames.FirstBlock + 71, Reason = "epoch" };
        Assert.Contains("○ over (epoch)", Text(SampleFrames.Frame with { Incidents = [over] }), StringComparison.Ordinal);
        Assert.Contains("none", Text(SampleFrames.Frame with { Incidents = [] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_are_told_with_recipe_and_figures_and_what_is_done_now()
    {
        var text = Text(SampleFrames.Frame, width: 139);
        Assert.Contains("promote: recent + edge cases · AUC 0.7100 → 0.9300 · 480 real rows held out · 2,000 synthetic rows · 3.2 s", text, StringComparison.Ordinal);
        Assert.Contains("model 0123456789ab", text, StringComparison.Ordinal);
        Assert.Contains("watching the new champion", text, StringComparison.Ordinal);
        var begun = SampleFrames.Frame with { Events = [.. SampleFrames.Frame.Events.Take(1)] };
        Assert.Contains("training candidates; 7 s", Text(begun), StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_that_failed_says_why()
    {
        var failed = Event(SampleFrames.Incident.Id, ResponseStep.Failed) with { Reasons = ["no labelled rows"] };
        Assert.Matches("✗ failed +no labelled rows", Text(SampleFrames.Frame with { Events = [failed] }));
    }

    [Fact]
    public void While_it_is_being_prepared_the_last_note_is_what_is_done()
    {
        var lines = SampleFrames.Draw(new DemoFrame { Elapsed = TimeSpan.Zero, Now = DateTimeOffset.UnixEpoch, Footer = "page", Notes = ["reading", "training"] });
        Assert.Equal(["✓ reading", "⠋ training", "0 s · page"], lines.Select(line => line.TrimEnd()));
    }

    private static string Text(DemoFrame frame, int width = 120) => string.Join('\n', SampleFrames.Draw(frame, width));
}
