namespace SynthMonitor.Learning.Judging;

/// <summary>What a guard found on a candidate that is better by the task's metric.</summary>
internal enum Guard
{
    /// <summary>No harm.</summary>
    Passed,

    /// <summary>Harm cannot be ruled out.</summary>
    Open,

    /// <summary>Harm beyond doubt.</summary>
    Harm,
}

/// <summary>A guard's finding and the sentence that says so.</summary>
internal sealed record GuardFinding(Guard Guard, string Reason);
