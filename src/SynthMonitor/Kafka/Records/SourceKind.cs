namespace SynthMonitor.Kafka.Records;

/// <summary>Which of a monitor's source topics something comes from.</summary>
public enum SourceKind
{
    /// <summary>Features and predictions.</summary>
    Features,

    /// <summary>Labels.</summary>
    Labels,
}
