namespace SynthMonitor.Kafka.Records;

/// <summary>A request to act, on <c>commands</c>; deduplicated by id and answered on <c>events</c>.</summary>
/// <param name="Id">What identifies the request.</param>
/// <param name="Monitor">The monitor.</param>
/// <param name="Kind"><c>acknowledge</c>, <c>retrain</c>, <c>promote</c>, <c>rollback</c>, <c>pause</c> or <c>resume</c>.</param>
/// <param name="By">Who asks.</param>
/// <param name="At">When.</param>
public sealed record CommandRecord(string Id, string Monitor, string Kind, string By, DateTimeOffset At);
