using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Tests.Statistics.Cells;

public class FisherExactTests
{
    [Fact]
    public void An_empty_sample_has_no_p_value()
    {
        Assert.False(FisherExact.Greater(0, 0, 1, 2).IsDefined);
        Assert.False(FisherExact.TwoSided(1, 2, 0, 0).IsDefined);
    }

    [Fact]
    public void Two_sided_is_the_sum_of_all_tables_no_more_likely()
    {
        for (var (n, m) = (7, 5); n > 0; n--)
        {
            for (var all = 0; all <= n + m; all++)
            {
                var tables = Enumerable.Range(Math.Max(0, all - m), Math.Min(n, all) - Math.Max(0, all - m) + 1).ToArray();
                var chances = tables.Select(x => Choose(n, x) * Choose(m, all - x) / Choose(n + m, all)).ToArray();
                foreach (var (x, chance) in tables.Zip(chances))
                {
                    var expected = chances.Where(other => other <= chance * (1 + 1e-9)).Sum();
                    Assert.Equal(expected, FisherExact.TwoSided(x, n, all - x, m).Value!.Value, 12);
                }
            }
        }

        static double Choose(int from, int taken) => Enumerable.Range(0, taken).Aggregate(1.0, (product, i) => product * (from - i) / (i + 1));
    }

    [Fact]
    public void Billions_of_trials_take_no_longer_than_the_terms_that_matter() =>
        Assert.InRange(FisherExact.TwoSided(1_000_000_000, 2_000_000_000, 1_000_050_000, 2_000_000_000).Value!.Value, 0.1, 0.13);

    [Fact]
    public void More_successes_than_trials_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherExact.TwoSided(3, 2, 0, 1));
}
