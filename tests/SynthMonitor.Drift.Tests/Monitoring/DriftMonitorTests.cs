using System.Diagnostics;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Tests.Monitoring;

public class DriftMonitorTests
{
    [Fact]
    public void Smoke()
    {
        var log = TestContext.Current.TestOutputHelper!;
        var reference = Reference.From(Simulated.Normals(10_000, 15, 1));
        var options = new MonitorOptions(new FalseAlarmBudget(1.0 / 5000), 200);
        var clock = Stopwatch.StartNew();
        var calibration = Calibrator.Calibrate(reference, options, 7, cancellation: TestContext.Current.CancellationToken);
        log.WriteLine($"{clock.Elapsed} threshold {calibration.Threshold} clear {calibration.ClearLevel} err {calibration.RelativeError} {calibration.IsExtrapolated} run {calibration.RunLength} blocks {calibration.SimulatedBlocks}");
        var monitor = new DriftMonitor(reference, options, calibration);
        clock.Restart();
        var steps = Simulated.Watch(monitor, Simulated.Blocks(reference.Codebook, Simulated.Normals(200 * 200, 15, 99), 200));
        log.WriteLine($"{clock.Elapsed} max {steps.Max(s => s.Score.Value)} alarms {steps.Count(s => s.Transition == AlarmTransition.Raised)}");
        var drift = Simulated.Normals(200 * 30, 15, 98).With(Simulated.Normal("x3", 200 * 30, 5, 0.3));
        var after = Simulated.Watch(monitor, Simulated.Blocks(reference.Codebook, drift, 200), 200);
        foreach (var s in after.Take(12))
        {
            log.WriteLine($"{s.Block} {s.Score} {s.Transition} {s.Alarm?.OnsetBlock} {s.Alarm?.Scale} {string.Join(",", s.Alarm?.Columns.Select(c => $"{c.Name}:{c.Share:f2}:{c.Effect:f3}:[{string.Join(";", c.MovedRanges.Select(r => $"{r.Cells}:{r.Difference:f3}"))}]") ?? [])}");
        }
    }
}
