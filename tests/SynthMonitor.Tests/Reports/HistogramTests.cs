using System.Text.RegularExpressions;
using SynthMonitor.Reports;

namespace SynthMonitor.Tests.Reports;

public sealed class HistogramTests
{
    private static readonly ComparedCell[] Cells = [new("1 … 2", 0.5, 0.25, true), new("2 … 3", 0.5, 0.5, false), new("3 … 4", 0, 0.25, true)];

    [Fact]
    public void The_tallest_is_as_high_as_the_picture_and_moved_cells_are_marked_twice()
    {
        var picture = Histogram.Of("x", Cells, ["1", "4"]).ToString();
        Assert.Contains("d=\"M0 0.0H1L1 0.0H2L2 100.0H3\"", picture);
        Assert.Equal(["50.0", "0.0", "50.0"], Regex.Matches(picture, "<rect class=\"second[^>]* y=\"([0-9.]+)\"").Select(match => match.Groups[1].Value));
        Assert.Equal(2, Regex.Count(picture, "second moved"));
        Assert.Equal(2, Regex.Count(picture, "class=\"mark\""));
        Assert.Contains("<title>1 … 2: 50.0% → 25.0%</title>", picture);
    }

    [Fact]
    public void Two_empty_samples_are_drawn_flat()
    {
        var picture = Histogram.Of("x", [new("1 … 2", 0, 0, false)], ["1", "2"]).ToString();
        Assert.Contains("height=\"0.0\"", picture);
        Assert.DoesNotContain("NaN", picture);
    }
}
