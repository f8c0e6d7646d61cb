namespace SynthMonitor.Drift.LabelFree;

/// <summary>What can be estimated of a classifier without labels.</summary>
public enum PerformanceMetric
{
    /// <summary>The area under the receiver operating characteristic; of several classes the mean of one against the rest.</summary>
    RocAuc,

    /// <summary>The harmonic mean of precision and recall; of several classes the mean.</summary>
    F1,

    /// <summary>The share of right ones among predicted positives; of several classes the mean.</summary>
    Precision,

    /// <summary>The share of positives that were predicted so; of several classes the mean.</summary>
    Recall,

    /// <summary>The share of negatives that were predicted so; of several classes the mean.</summary>
    Specificity,

    /// <summary>The share of right predictions.</summary>
    Accuracy,

    /// <summary>The mean precision over recall. Binary only.</summary>
    AveragePrecision,

    /// <summary>Positives that were predicted so. Binary only.</summary>
    TruePositive,

    /// <summary>Negatives that were predicted so. Binary only.</summary>
    TrueNegative,

    /// <summary>Negatives that were predicted positive. Binary only.</summary>
    FalsePositive,

    /// <summary>Positives that were predicted negative. Binary only.</summary>
    FalseNegative,

    /// <summary>What the predictions are worth. Binary only.</summary>
    BusinessValue,
}
