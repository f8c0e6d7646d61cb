using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Risk;

namespace SynthMonitor.Drift.Tests.Risk;

public class RiskMonitorTests
{
    [Theory]
    [InlineData(0.2, RiskVerdict.Above)]
    [InlineData(0.03, RiskVerdict.Below)]
    public void Says_on_which_side_of_the_tolerance_a_risk_lies(double risk, RiskVerdict expected)
    {
        var monitor = Fed(0.1, risk, 3, 3000);
        Assert.Equal(expected, monitor.Verdict);
        Assert.True(monitor.Interval.Contains(risk));
        Assert.False(monitor.Interval.Contains(0.1));
    }

    [Fact]
    public void Seldom_speaks_where_the_risk_is_the_tolerance()
    {
        // At level 0.05 more than 24 of 200 monitors would speak with a chance below 0.001.
        var spoke = Enumerable.Range(0, 200).Count(run => Fed(0.1, 0.1, (ulong)run, 2000).Verdict != RiskVerdict.Undecided);
        Assert.InRange(spoke, 0, 24);
    }

    private static RiskMonitor Fed(double tolerance, double risk, ulong seed, int count)
    {
        var (monitor, random) = (new RiskMonitor(tolerance), new KeyedRandom(seed, 5));
        for (var index = 0; index < count; index++)
        {
            monitor.Update(random.NextDouble() < risk ? 1 : 0);
        }

        return monitor;
    }
}
