using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.Risk;
using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Tests.Conformance;

/// <summary>Every statistic of a stream, by default and with the options that change its way.</summary>
internal static class StreamStatistics
{
    public static IReadOnlyDictionary<string, Func<IStreamStatistic>> All { get; } = new Dictionary<string, Func<IStreamStatistic>>
    {
        ["adwin"] = () => new Adwin(),
        ["adwin, keeping the newer part"] = () => new Adwin(new AdwinOptions(KeepsNewer: true)),
        ["ddm"] = () => new Ddm(),
        ["eddm"] = () => new Eddm(),
        ["eddm, moa"] = () => new Eddm(new EddmOptions(Convention: EddmConvention.Moa)),
        ["hddm-a"] = () => new HddmA(),
        ["hddm-a, two-sided"] = () => new HddmA(new HddmAOptions(OnDecrease: OnDecrease.Alarm)),
        ["hddm-a, forgetting"] = () => new HddmA(new HddmAOptions(OnDecrease: OnDecrease.Forget)),
        ["hddm-w"] = () => new HddmW(),
        ["hddm-w, two-sided, moa"] = () => new HddmW(new HddmWOptions(TwoSided: true, BoundsFirstValue: false)),
        ["fhddm"] = () => new Fhddm(),
        ["fhddm, stacked"] = () => new Fhddm(new FhddmOptions(ShortWindow: 25)),
        ["page-hinkley"] = () => new PageHinkley(new PageHinkleyOptions(Threshold: 10)),
        ["cusum"] = () => new Cusum(new CusumOptions(Threshold: 10)),
        ["gma"] = () => new GeometricMovingAverage(new GeometricMovingAverageOptions(Threshold: 0.1)),
        ["ecdd"] = () => new Ecdd(),
        ["stepd"] = () => new Stepd(),
        ["rddm"] = () => new Rddm(new RddmOptions(MaximumConcept: 300, MinimumConcept: 100)),
        ["kswin"] = () => new Kswin(),
        ["e-detector"] = () => new EDetector(new EDetectorOptions(RunLength: 500)),
        ["e-detector, cusum"] = () => new EDetector(new EDetectorOptions(RunLength: 100, Kind: EDetectorKind.Cusum)),
        ["risk monitor"] = () => new RiskMonitor(0.15),
        ["hoeffding sequence"] = () => new HoeffdingSequence(),
        ["empirical bernstein sequence"] = () => new EmpiricalBernsteinSequence(),
        ["betting sequence"] = () => new BettingSequence(steps: 50),
        ["conformal martingale"] = () => new ConformalMartingale(),
    };

    public static TheoryData<string> Names => new(All.Keys);
}
