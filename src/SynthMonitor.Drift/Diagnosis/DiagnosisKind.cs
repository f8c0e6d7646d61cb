namespace SynthMonitor.Drift.Diagnosis;

/// <summary>What kind of change an alarm is about.</summary>
public enum DiagnosisKind
{
    /// <summary>Inputs moved; what they mean for the label did not.</summary>
    Covariate,

    /// <summary>What the inputs mean for the label changed.</summary>
    Concept,

    /// <summary>Rows came whose values the reference did not have.</summary>
    NewSlice,

    /// <summary>The mix of the classes changed; each class looks as before.</summary>
    LabelShift,

    /// <summary>Values went missing or became unreadable: a fault of the data's making, which must not retrain a model.</summary>
    Quality,
}
