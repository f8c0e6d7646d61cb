using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.Risk;

namespace SynthMonitor.Benchmarks.Detectors;

/// <summary>All sequential detectors at their defaults. The e-detector is told the rate that it is to tolerate.</summary>
internal static class DetectorSet
{
    public static IReadOnlyList<(string Name, Func<double, DetectorOptions> Options)> All { get; } =
    [
        ("ADWIN", _ => new AdwinOptions()),
        ("DDM", _ => new DdmOptions()),
        ("EDDM", _ => new EddmOptions()),
        ("HDDM_A", _ => new HddmAOptions()),
        ("HDDM_W", _ => new HddmWOptions()),
        ("FHDDM", _ => new FhddmOptions()),
        ("Page–Hinkley", _ => new PageHinkleyOptions()),
        ("CUSUM", _ => new CusumOptions()),
        ("GMA", _ => new GeometricMovingAverageOptions()),
        ("ECDD", _ => new EcddOptions()),
        ("RDDM", _ => new RddmOptions()),
        ("STEPD", _ => new StepdOptions()),
        ("KSWIN", _ => new KswinOptions()),
        ("e-detector, A = 10,000", rate => new EDetectorOptions(rate)),
    ];
}
