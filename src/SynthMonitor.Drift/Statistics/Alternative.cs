namespace SynthMonitor.Drift.Statistics;

/// <summary>What a test looks for, besides that nothing differs.</summary>
public enum Alternative
{
    /// <summary>Any difference.</summary>
    TwoSided,

    /// <summary>The first sample's quantity (mean, rank, odds, distribution function) is less.</summary>
    Less,

    /// <summary>The first sample's quantity is greater.</summary>
    Greater,
}
