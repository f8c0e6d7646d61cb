namespace SynthMonitor.Learning.Judging;

/// <summary>What becomes of the champion.</summary>
public enum Verdict
{
    /// <summary>A candidate is better beyond doubt, and harmful nowhere: it takes the champion's place.</summary>
    Promote,

    /// <summary>No candidate is better by a margin that matters, or the better ones do harm: the champion stays.</summary>
    Reject,

    /// <summary>The rows do not tell: the champion stays, and more rows may tell.</summary>
    Inconclusive,
}
