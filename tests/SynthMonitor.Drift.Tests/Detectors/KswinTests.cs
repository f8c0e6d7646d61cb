using CsCheck;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.Statistics.Samples;

namespace SynthMonitor.Drift.Tests.Detectors;

public class KswinTests
{
    [Fact]
    public void Decides_as_the_exact_test_where_all_older_values_are_drawn() =>
        Gen.Select(Gen.Int[1, 40], Gen.Double[0.001, 0.2], Gen.ULong, Gen.Double[0, 2]).Sample((sample, alpha, seed, shift) =>
        {
            var (detector, random) = (new Kswin(new KswinOptions(alpha, 2 * sample, sample)), new KeyedRandom(seed));
            double[] values = [.. Enumerable.Range(0, 2 * sample).Select(index => Math.Round(random.NextNormal() + (index < sample ? 0 : shift), 1))];
            Array.ForEach(values, detector.Update);
            var test = KolmogorovSmirnovTest.Test(values.AsSpan(0, sample), values.AsSpan(sample));
            return detector.IsDrift == (test.PValue.Value <= alpha && test.Statistic.Value > 0.1);
        });

    [Fact]
    public void Another_seed_draws_other_values()
    {
        Assert.Equal(Alarms(1), Alarms(1));
        Assert.NotEqual(Alarms(1), Alarms(2));
    }

    private static List<int> Alarms(ulong seed)
    {
        var (detector, random, alarms) = (new Kswin(new KswinOptions(Seed: seed)), new KeyedRandom(8), new List<int>());
        for (var index = 0; index < 20_000; index++)
        {
            detector.Update(random.NextNormal());
            if (detector.IsDrift)
            {
                alarms.Add(index);
            }
        }

        return alarms;
    }
}
