using SynthMonitor.Reports;

namespace SynthMonitor.Tests.Reports;

public sealed class TimelineTests
{
    [Fact]
    public void A_place_without_a_value_interrupts_the_line() =>
        Assert.Contains("d=\"M0.0 96.0H250.0M500.0 4.0H750.0L750.0 50.0H1000.0\"", new Timeline("scores", 4, [new("value", [0, null, 2, 1])]).Picture.ToString());

    [Fact]
    public void Spans_reach_from_the_start_of_their_first_place_to_the_end_of_their_last()
    {
        var picture = new Timeline("scores", 4, [new("value", [1, 1, 1, 1])]) { Shades = [(1, 2)], Raised = [2] }.Picture.ToString();
        Assert.Contains("<rect class=\"shade\" x=\"250.0\" width=\"500.0\"", picture);
        Assert.Contains("<path class=\"raised\" d=\"M750.0 0V100\"", picture);
    }

    [Fact]
    public void Without_a_value_there_is_no_picture() => Assert.True(new Timeline("scores", 2, [new("value", [null, null])]).Picture.IsEmpty);
}
