namespace SynthMonitor.Drift.LabelFree;

/// <summary>What can be estimated of a regression model without labels.</summary>
public enum RegressionMetric
{
    /// <summary>The mean absolute error.</summary>
    Mae,

    /// <summary>The mean of the absolute error as a share of the label's magnitude.</summary>
    Mape,

    /// <summary>The mean squared error.</summary>
    Mse,

    /// <summary>The root of the mean squared error.</summary>
    Rmse,

    /// <summary>The mean squared error of logarithms, <c>(ln(1 + y) − ln(1 + ŷ))²</c>; undefined where a value is −1 or less.</summary>
    Msle,

    /// <summary>The root of that.</summary>
    Rmsle,
}
