namespace SynthMonitor.Drift.Performance;

/// <summary>An alarm about the error rate.</summary>
/// <param name="RaisedBlock">The block that raised it.</param>
/// <param name="OnsetBlock">The estimate of the first block with the higher error.</param>
/// <param name="Source"><c>scan</c> or <c>adwin</c>: what raised it.</param>
/// <param name="ErrorBefore">The error rate before the onset.</param>
/// <param name="ErrorSince">The error rate since.</param>
public sealed record PerformanceAlarm(long RaisedBlock, long OnsetBlock, string Source, double ErrorBefore, double ErrorSince);
