using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Tests.Monitoring;

/// <summary>A small reference with its calibration, made once for all tests that watch it.</summary>
internal static class Watched
{
    public const int RowsPerBlock = 50;

    public static MonitorOptions Options { get; } = new(new FalseAlarmBudget(0.005), RowsPerBlock);

    public static Reference Reference { get; } = Reference.From(Simulated.Mixed(3000, 1));

    public static Calibration Calibration { get; } = Calibrator.Calibrate(Reference, Options, 5);

    public static Calibration Calibrate(Reference reference, MonitorOptions options, ulong seed) =>
        Calibrator.Calibrate(reference, options, seed, cancellation: TestContext.Current.CancellationToken);

    public static DriftMonitor Monitor() => new(Reference, Options, Calibration);
}
