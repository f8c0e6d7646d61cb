namespace SynthMonitor.Drift.Statistics;

/// <summary>How a p-value is found.</summary>
public enum PValueMethod
{
    /// <summary>Exactly where that is cheap and holds, else by the limit law.</summary>
    Automatic,

    /// <summary>From the law that the statistic has at these sizes.</summary>
    Exact,

    /// <summary>From the law that the statistic has as samples grow.</summary>
    Asymptotic,
}
