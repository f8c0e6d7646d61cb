namespace SynthMonitor.Api;

/// <summary>A monitor at a glance.</summary>
/// <param name="Name">The monitor.</param>
/// <param name="State"><c>waiting</c> before its first window, then <c>drifted</c> while an incident is open, else <c>steady</c>.</param>
/// <param name="Response">The last step of the response that runs, a new champion's probation included; or null.</param>
/// <param name="Window">The last window, or null.</param>
/// <param name="Outcome">What labels revealed last, or null.</param>
/// <param name="IncidentsOpen">Incidents that are open.</param>
/// <param name="Incidents">Incidents since the process began to read.</param>
/// <param name="Retrains">Responses that came to a verdict.</param>
/// <param name="Promotions">Models promoted.</param>
/// <param name="Rollbacks">Models rolled back.</param>
public sealed record MonitorSummary(
    string Name,
    string State,
    string? Response,
    WindowView? Window,
    OutcomeView? Outcome,
    int IncidentsOpen,
    int Incidents,
    int Retrains,
    int Promotions,
    int Rollbacks);
