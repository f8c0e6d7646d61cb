namespace SynthMonitor.Learning.Tasks;

/// <summary>What a model predicts.</summary>
public enum TaskKind
{
    /// <summary>The probability of one of two outcomes.</summary>
    Binary,

    /// <summary>The probabilities of three or more classes.</summary>
    Multiclass,

    /// <summary>A number.</summary>
    Regression,
}
