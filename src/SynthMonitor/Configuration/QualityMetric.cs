namespace SynthMonitor.Configuration;

/// <summary>The metrics that models are judged by.</summary>
public enum QualityMetric
{
    /// <summary>Area under the ROC curve; greater is better.</summary>
    Auc,

    /// <summary>Logarithmic loss; smaller is better.</summary>
    LogLoss,
}
