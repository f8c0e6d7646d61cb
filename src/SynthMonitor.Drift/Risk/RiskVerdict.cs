namespace SynthMonitor.Drift.Risk;

/// <summary>What is proved of a risk.</summary>
public enum RiskVerdict
{
    /// <summary>Nothing yet.</summary>
    Undecided,

    /// <summary>The risk is above the tolerance.</summary>
    Above,

    /// <summary>The risk is below the tolerance.</summary>
    Below,
}
