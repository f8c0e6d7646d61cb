namespace SynthMonitor.Api;

/// <summary>The steps of a response that the views tell apart. Others only move the response on.</summary>
internal static class ResponseSteps
{
    /// <summary>The candidates were judged.</summary>
    public const string Judged = "judged";

    /// <summary>A winner was promoted.</summary>
    public const string Promoted = "promoted";

    /// <summary>The model before was put back.</summary>
    public const string RolledBack = "rolled-back";

    /// <summary>Whether a response ends with a step.</summary>
    public static bool IsLast(EventView step) => step switch
    {
        { Step: "settled" or "suppressed" or "failed" or RolledBack or Promoted } => true,
        { Step: Judged, Verdict: not "promote" } => true,
        _ => false,
    };
}
