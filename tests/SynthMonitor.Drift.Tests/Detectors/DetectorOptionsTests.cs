using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.Performance;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Risk;

namespace SynthMonitor.Drift.Tests.Detectors;

public class DetectorOptionsTests
{
    public static TheoryData<DetectorOptions> Bad =>
    [
        new AdwinOptions(Delta: 0), new AdwinOptions(Delta: double.NaN), new AdwinOptions(Clock: 0), new AdwinOptions(MaximumBuckets: 2000),
        new CusumOptions(Threshold: 0), new CusumOptions(Delta: -1), new DdmOptions(WarmStart: 0), new DdmOptions(DriftThreshold: double.NaN),
        new EcddOptions(AverageRunLength: 200), new EcddOptions(Decay: 0), new EddmOptions(WarningRatio: 1, DriftRatio: 1), new EddmOptions(WarningRatio: 0.5),
        new FhddmOptions(Window: -1), new FhddmOptions(ShortWindow: 101), new GeometricMovingAverageOptions(Forgetting: 1),
        new HddmAOptions(DriftConfidence: 0), new HddmWOptions(Decay: 1), new KswinOptions(Window: 59), new PageHinkleyOptions(Forgetting: 0),
        new RddmOptions(MinimumConcept: 0), new StepdOptions(Window: -3), new EDetectorOptions(Bet: 0), new EDetectorOptions(Tolerance: 0.5, Bet: 2),
        new EDetectorOptions(RunLength: 1),
    ];

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void Options_out_of_range_are_named_and_refused(DetectorOptions options)
    {
        var error = Assert.Single(options.Validate());
        Assert.Contains("expected", error);
        Assert.Contains(error, Assert.Throws<ArgumentException>(options.Create).Message);
    }

    [Fact]
    public void Whoever_holds_options_validates_them_too()
    {
        var options = new PerformanceOptions(new FalseAlarmBudget(0.001)) { Adwin = new AdwinOptions(Delta: 2) };
        Assert.StartsWith("adwin: delta: 2", Assert.Single(options.Validate()));
    }
}
