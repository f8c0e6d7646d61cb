using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Tests.Statistics.Cells;

public class JensenShannonDistanceTests
{
    [Fact]
    public void The_distance_keeps_its_digits_where_shares_hardly_differ()
    {
        // With shares (1 ± d) / 2 on both sides the squared distance is d² / 2 + d⁴ / 12 + …
        const long half = 500_000_000_000;
        const double d = 1e-6;
        var distance = JensenShannonDistance.Natural([half + 500_000, half - 500_000], [half - 500_000, half + 500_000]).Value!.Value;
        Assert.Equal(1, distance / (d / Math.Sqrt(2)), 9);
    }
}
