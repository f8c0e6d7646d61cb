namespace SynthMonitor.Data.Schemas;

/// <summary>What a column is for.</summary>
public enum ColumnRole
{
    /// <summary>An input of the model.</summary>
    Feature,

    /// <summary>The true outcome (the label).</summary>
    Target,

    /// <summary>The class or value that the model predicted.</summary>
    Prediction,

    /// <summary>The probability of the positive class, or the predicted value, that the model logged.</summary>
    Score,

    /// <summary>Identifies the row, and joins a prediction with its label.</summary>
    Key,

    /// <summary>When the row happened.</summary>
    Time,

    /// <summary>Splits the rows into groups that are also watched by themselves.</summary>
    Segment,

    /// <summary>Kept in tables, but neither watched nor modelled.</summary>
    Ignored,
}
