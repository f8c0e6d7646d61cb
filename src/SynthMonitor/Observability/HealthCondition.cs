namespace SynthMonitor.Observability;

/// <summary>Something that must hold for the process to be ready. Thread-safe.</summary>
public sealed class HealthCondition
{
    private volatile string? reason = "not known yet";

    internal HealthCondition(string name) => Name = name;

    /// <summary>What must hold.</summary>
    public string Name { get; }

    /// <summary>Whether it holds.</summary>
    public bool IsReady => reason is null;

    /// <summary>Why it does not hold, or null where it does.</summary>
    public string? Reason => reason;

    /// <summary>Says that it holds.</summary>
    public void Ready() => reason = null;

    /// <summary>Says that it does not hold.</summary>
    /// <param name="why">Why, in words without feature values.</param>
    public void NotReady(string why) => reason = why.ReplaceLineEndings(" ");
}
