namespace SynthMonitor.Configuration;

/// <summary>The stream of labels. Field names are dotted paths into the JSON record.</summary>
public sealed record LabelsConfiguration
{
    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The field that identifies the row which the label belongs to.</summary>
    public required string Key { get; init; }

    /// <summary>The field of the label's event time, or null for Kafka's own timestamp.</summary>
    public string? Time { get; init; }

    /// <summary>The field of the label.</summary>
    public required string Label { get; init; }

    /// <summary>How long after its prediction a label is waited for. 1 s … 366 d. Default 7 d.</summary>
    public TimeSpan Horizon { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How much later than the newest label of its partition a label may come. 0 s … 30 d. Default 1 h.</summary>
    public TimeSpan Lateness { get; init; } = TimeSpan.FromHours(1);
}
