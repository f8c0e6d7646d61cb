using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Risk;

namespace SynthMonitor.Drift.Tests.Risk;

public class EDetectorTests
{
    [Theory]
    [InlineData(EDetectorKind.ShiryaevRoberts)]
    [InlineData(EDetectorKind.Cusum)]
    public void False_alarms_are_no_more_frequent_than_promised(EDetectorKind kind)
    {
        var (alarms, _) = Run(new EDetectorOptions(0.1, 3, RunLength: 500, kind), 200_000, _ => 0.1);
        Assert.InRange(alarms, 1, 200_000 / 500);
    }

    [Fact]
    public void A_rise_is_found_after_a_long_good_time()
    {
        var (alarms, first) = Run(new EDetectorOptions(0.1, 3, RunLength: 50_000), 20_500, index => index < 20_000 ? 0.08 : 0.3);
        Assert.True(alarms > 0);
        Assert.InRange(first, 20_000, 20_200);
    }

    private static (int Alarms, int First) Run(EDetectorOptions options, int count, Func<int, double> rate)
    {
        var (detector, random, alarms, first) = (new EDetector(options), new KeyedRandom(9), 0, -1);
        for (var index = 0; index < count; index++)
        {
            detector.Update(random.NextDouble() < rate(index) ? 1 : 0);
            alarms += detector.IsDrift ? 1 : 0;
            first = first < 0 && detector.IsDrift ? index : first;
        }

        return (alarms, first);
    }
}
