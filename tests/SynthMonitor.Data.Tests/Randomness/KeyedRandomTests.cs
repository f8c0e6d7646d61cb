using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Data.Tests.Randomness;

public sealed class KeyedRandomTests
{
    private const int Draws = 100_000;

    [Fact]
    public void The_same_seed_and_keys_give_the_same_stream_and_others_another()
    {
        ulong First(params ulong[] keys) => new KeyedRandom(keys[0], keys[1], keys[2], keys[3]).NextUInt64();
        Assert.Equal(First(1, 2, 3, 4), First(1, 2, 3, 4));
        Assert.Equal(6, new[] { First(1, 2, 3, 4), First(2, 1, 3, 4), First(1, 3, 2, 4), First(1, 2, 4, 3), First(0, 0, 0, 0), First(0, 0, 0, 1) }.Distinct().Count());
    }

    [Fact]
    public void Whole_numbers_are_uniform_below_the_bound()
    {
        var random = new KeyedRandom(7);
        var counts = new int[10];
        for (var i = 0; i < Draws; i++)
        {
            counts[random.Next(10)]++;
        }

        // Chi-squared with 9 degrees of freedom lies below 33.7 but for 1 in 10,000 seeds; the seed is fixed.
        Assert.True(counts.Sum(count => Math.Pow(count - Draws / 10.0, 2) / (Draws / 10.0)) < 33.7);
    }

    [Fact]
    public void Real_numbers_lie_in_the_unit_interval_and_normal_ones_have_their_moments()
    {
        var random = new KeyedRandom(7);
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < Draws; i++)
        {
            Assert.InRange(random.NextDouble(), 0, Math.BitDecrement(1));
            var normal = random.NextNormal();
            sum += normal;
            squares += normal * normal;
        }

        Assert.Equal(0, sum / Draws, 0.015);
        Assert.Equal(1, squares / Draws, 0.02);
    }

    [Fact]
    public void Shuffling_keeps_all_values_and_reaches_all_orders()
    {
        var orders = new Dictionary<string, int>();
        for (ulong key = 0; key < 6000; key++)
        {
            var values = new[] { 'a', 'b', 'c' };
            new KeyedRandom(7, key).Shuffle<char>(values);
            orders[new string(values)] = orders.GetValueOrDefault(new string(values)) + 1;
        }

        Assert.Equal(6, orders.Count);
        Assert.All(orders, order => Assert.InRange(order.Value, 880, 1120));
    }
}
