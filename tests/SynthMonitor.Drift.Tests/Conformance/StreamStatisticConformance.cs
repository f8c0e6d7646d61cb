using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Tests.Conformance;

/// <summary>What every statistic of a stream keeps to, in the manner of River's checks of its estimators.</summary>
public class StreamStatisticConformance
{
    public static TheoryData<string> Names => StreamStatistics.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void One_that_is_reset_equals_a_new_one(string name)
    {
        var used = New(name);
        Feed(used, Errors(1, 3000));
        used.Reset();
        Assert.Equal(Bytes(New(name)), Bytes(used));
        Feed(used, Errors(2, 500));
        Assert.Equal(Bytes(Fed(name, Errors(2, 500))), Bytes(used));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_and_read_back_has_the_same_future(string name)
    {
        var (whole, cut) = (New(name), New(name));
        var values = Errors(3, 3000);
        for (var index = 0; index < values.Length; index++)
        {
            whole.Update(values[index]);
            cut.Update(values[index]);
            if (index % 97 == 0 || cut is IStreamDetector { IsDrift: true })
            {
                var restored = New(name);
                var reader = new PayloadReader(Bytes(cut));
                restored.Restore(reader);
                reader.End();
                cut = restored;
            }

            Assert.Equal(Flags(whole), Flags(cut));
        }

        Assert.Equal(Bytes(whole), Bytes(cut));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_not_finite_changes_nothing(string name)
    {
        var statistic = Fed(name, Errors(4, 333));
        var before = Bytes(statistic);
        Feed(statistic, [double.NaN, double.PositiveInfinity, double.NegativeInfinity]);
        Assert.Equal(before, Bytes(statistic));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_out_of_range_is_refused_and_changes_nothing(string name)
    {
        var statistic = Fed(name, Errors(5, 333));
        var before = Bytes(statistic);
        if (statistic is Adwin or PageHinkley or Cusum or GeometricMovingAverage or Kswin)
        {
            statistic.Update(1.5);
            Assert.NotEqual(before, Bytes(statistic));
            return;
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => statistic.Update(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => statistic.Update(-0.5));
        Assert.Equal(before, Bytes(statistic));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Constants_and_single_values_are_taken(string name)
    {
        foreach (var value in new[] { 0.0, 1.0 })
        {
            Assert.Equal((false, false), Flags(Fed(name, [value])));
            var constant = Fed(name, [.. Enumerable.Repeat(value, 2000)]);
            Assert.Equal(Bytes(constant), Bytes(Fed(name, [.. Enumerable.Repeat(value, 2000)])));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_taken_without_allocation(string name)
    {
        var statistic = New(name);
        var values = Errors(6, 4000);
        Feed(statistic, values);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Feed(statistic, values);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cut_off_bytes_are_refused(string name)
    {
        var bytes = Bytes(Fed(name, Errors(7, 500)));
        foreach (var length in new[] { 0, 1, bytes.Length / 2, bytes.Length - 1 })
        {
            Assert.Throws<InputException>(() => New(name).Restore(new PayloadReader(bytes.AsMemory(0, length))));
        }
    }

    private static IStreamStatistic New(string name) => StreamStatistics.All[name]();

    private static IStreamStatistic Fed(string name, double[] values)
    {
        var statistic = New(name);
        Feed(statistic, values);
        return statistic;
    }

    private static void Feed(IStreamStatistic statistic, double[] values)
    {
        foreach (var value in values)
        {
            statistic.Update(value);
        }
    }

    /// <summary>Errors whose rate rises and falls.</summary>
    private static double[] Errors(ulong seed, int count)
    {
        var random = new KeyedRandom(seed);
        return [.. Enumerable.Range(0, count).Select(index => random.NextDouble() < (index / 400 % 2 == 0 ? 0.1 : 0.4) ? 1.0 : 0.0)];
    }

    private static (bool IsDrift, bool IsWarning) Flags(IStreamStatistic statistic) =>
        statistic is IStreamDetector detector ? (detector.IsDrift, detector.IsWarning) : default;

    private static byte[] Bytes(IStreamStatistic statistic)
    {
        var writer = new PayloadWriter();
        statistic.Write(writer);
        return writer.ToArray();
    }
}
