namespace SynthMonitor.Learning.Tasks;

/// <summary>By what models are compared.</summary>
public enum Metric
{
    /// <summary>Area under the ROC curve (binary; 0.5 is chance, 1 is best).</summary>
    Auc,

    /// <summary>Mean negative log-likelihood in nats (binary, multiclass; 0 is best).</summary>
    LogLoss,

    /// <summary>Share of rows whose class is right (binary at the task's threshold, multiclass by the likeliest class; 1 is best).</summary>
    Accuracy,

    /// <summary>Mean squared difference of probability and outcome (binary; 0 is best).</summary>
    Brier,

    /// <summary>Root of the mean squared error, in the target's unit (regression; 0 is best).</summary>
    Rmse,
}
