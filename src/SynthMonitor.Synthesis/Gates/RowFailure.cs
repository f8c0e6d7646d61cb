namespace SynthMonitor.Synthesis.Gates;

/// <summary>Why a row is drawn again.</summary>
internal enum RowFailure
{
    /// <summary>It breaks a constraint, and no value of its last column could mend that.</summary>
    Constraint,

    /// <summary>It is a copy of a training row that is the only one of its kind.</summary>
    Copy,

    /// <summary>It is less probable than nearly all others.</summary>
    Implausible,
}
