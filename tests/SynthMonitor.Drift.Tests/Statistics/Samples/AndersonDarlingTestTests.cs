using SynthMonitor.Drift.Statistics.Samples;

namespace SynthMonitor.Drift.Tests.Statistics.Samples;

public sealed class AndersonDarlingTestTests
{
    [Fact]
    public void The_p_value_is_near_the_table_within_it_and_goes_on_beyond()
    {
        // Two samples of 200 that overlap less and less.
        double[] x = [.. Enumerable.Range(0, 200).Select(i => (double)i)];
        foreach (var shift in new[] { 15.3, 20.3, 25.3, 30.3 })
        {
            var result = AndersonDarlingTest.Test(x, [.. x.Select(value => value + shift)]);
            var table = AndersonDarlingTest.Interpolated(result.Statistic.Value!.Value);
            if (table is > 0.001 and < 0.25)
            {
                Assert.InRange(result.PValue.Value!.Value / table, 0.8, 1.25);
            }
        }

        var far = AndersonDarlingTest.Test(x, [.. x.Select(value => value + 150)]).PValue.Value!.Value;
        Assert.InRange(far, 1e-80, 1e-30);
    }
}
