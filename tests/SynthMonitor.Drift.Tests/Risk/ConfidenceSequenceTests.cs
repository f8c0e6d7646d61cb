using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Risk;

namespace SynthMonitor.Drift.Tests.Risk;

public class ConfidenceSequenceTests
{
    private const int Runs = 200;

    public static TheoryData<string> Names => ["hoeffding", "bernstein", "betting"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Holds_the_mean_at_all_times_at_once(string name)
    {
        // At level 0.1 more than 35 of 200 runs would miss with a chance below 0.001.
        var missed = Enumerable.Range(0, Runs).Count(run => EverMisses(New(name, 0.1), 0.3, (ulong)run));
        Assert.InRange(missed, 0, 35);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Narrows_and_begins_with_all(string name)
    {
        var sequence = New(name, 0.05);
        Assert.Equal(ConfidenceInterval.Unit, sequence.Interval);
        EverMisses(sequence, 0.3, 1, 2000);
        Assert.InRange(sequence.Interval.Upper - sequence.Interval.Lower, 0.01, 0.15);
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoeffdingSequence(alpha: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoeffdingSequence(truncation: 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmpiricalBernsteinSequence(truncation: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BettingSequence(steps: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RiskMonitor(tolerance: 1.1));
    }

    private static ConfidenceSequence New(string name, double alpha) => name switch
    {
        "hoeffding" => new HoeffdingSequence(alpha),
        "bernstein" => new EmpiricalBernsteinSequence(alpha),
        _ => new BettingSequence(alpha, steps: 100),
    };

    private static bool EverMisses(ConfidenceSequence sequence, double rate, ulong seed, int count = 500)
    {
        var (random, misses) = (new KeyedRandom(11, seed), false);
        for (var index = 0; index < count; index++)
        {
            sequence.Update(random.NextDouble() < rate ? 1 : 0);
            misses |= !sequence.Interval.Contains(rate);
        }

        return misses;
    }
}
