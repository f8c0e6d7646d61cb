using SynthMonitor.Reports;

namespace SynthMonitor.Tests.Reports;

public sealed class BarListTests
{
    [Fact]
    public void Moved_cells_come_first_and_what_does_not_fit_is_summed()
    {
        ComparedCell[] cells = [.. Enumerable.Range(0, 11).Select(index => new ComparedCell($"n{index:00}", 0.05, 0.05, false)), new("moved", 0.01, 0.02, true)];
        var list = BarList.Of(cells).ToString();
        Assert.True(list.IndexOf("moved", StringComparison.Ordinal) < list.IndexOf("n00", StringComparison.Ordinal));
        Assert.Contains("1.0% → 2.0% moved", list);
        Assert.Contains("2 more hold 10.0% → 10.0%", list);
    }
}
