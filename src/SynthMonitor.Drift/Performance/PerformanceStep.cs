using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Drift.Performance;

/// <summary>What a <see cref="PerformanceMonitor"/> says after a block.</summary>
/// <param name="Block">The block's number.</param>
/// <param name="Rows">Its outcomes.</param>
/// <param name="ErrorRate">Its error rate.</param>
/// <param name="Baseline">The error rate that windows are compared with.</param>
/// <param name="PValue">
/// The smallest p-value, over windows whose rise is worth an alarm, that the error has not risen; undefined where none is.
/// </param>
/// <param name="Level">The p-value at or below which an alarm is raised.</param>
/// <param name="Transition">What the block changed.</param>
/// <param name="Alarm">The alarm that is on, or that this block resolved; else null.</param>
/// <param name="HasImproved">Whether this block revealed that the error rate fell; that is no alarm.</param>
/// <param name="Realised">The metrics over the trailing window.</param>
public sealed record PerformanceStep(
    long Block,
    long Rows,
    Estimate ErrorRate,
    Estimate Baseline,
    Estimate PValue,
    double Level,
    AlarmTransition Transition,
    PerformanceAlarm? Alarm,
    bool HasImproved,
    RealisedMetrics Realised);
