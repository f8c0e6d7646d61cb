using SynthMonitor.Data;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Drift.Tests.Monitoring;

public class FalseAlarmBudgetTests
{
    [Theory]
    [InlineData("1 per 5000 blocks", 1.0 / 5000)]
    [InlineData("2 per 1 block", 2.0)]
    [InlineData(" 0.5 per 100 blocks ", 0.005)]
    public void Counts_in_blocks(string text, double perBlock)
    {
        if (perBlock > 0.5)
        {
            Assert.Contains("at most 1 in 2", Assert.Throws<InputException>(() => FalseAlarmBudget.Parse(text)).Message);
            return;
        }

        Assert.Equal(perBlock, FalseAlarmBudget.Parse(text).PerBlock, 15);
    }

    [Theory]
    [InlineData("1 per 30d", 1.0 / 8640)]
    [InlineData("2 per 12h", 2.0 / 144)]
    [InlineData("1 per 2 w", 1.0 / 4032)]
    public void Counts_in_time_where_blocks_span_time(string text, double perBlock) =>
        Assert.Equal(perBlock, FalseAlarmBudget.Parse(text, TimeSpan.FromMinutes(5)).PerBlock, 15);

    [Fact]
    public void Time_needs_blocks_that_span_time() =>
        Assert.Contains("blocks are counted in rows", Assert.Throws<InputException>(() => FalseAlarmBudget.Parse("1 per 30d")).Message);

    [Theory]
    [InlineData("")]
    [InlineData("often")]
    [InlineData("1 per day")]
    [InlineData("-1 per 5 blocks")]
    [InlineData("1 per 0 blocks")]
    [InlineData("0 per 10 blocks")]
    public void Says_what_it_expected(string text) => Assert.Throws<InputException>(() => FalseAlarmBudget.Parse(text));
}
