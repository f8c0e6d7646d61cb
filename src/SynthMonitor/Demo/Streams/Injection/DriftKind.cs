namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>What an injected drift changes.</summary>
public enum DriftKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The distribution of the features, P(x); labels follow the same rule, P(y|x).</summary>
    Covariate,

    /// <summary>The rule of the labels, P(y|x), in a large slice; features stay.</summary>
    Concept,

    /// <summary>Rows of a kind never seen before appear, with their own rule.</summary>
    NewSlice,

    /// <summary>The class balance, P(y); rows of a class look as before, P(x|y).</summary>
    LabelShift,
}
