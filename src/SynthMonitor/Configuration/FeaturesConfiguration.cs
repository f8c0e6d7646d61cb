using System.Collections.Immutable;

namespace SynthMonitor.Configuration;

/// <summary>The stream of features and predictions. Field names are dotted paths into the JSON record.</summary>
public sealed record FeaturesConfiguration
{
    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The field that identifies a row and joins it with its label.</summary>
    public required string Key { get; init; }

    /// <summary>The field of the event time, or null for Kafka's own timestamp.</summary>
    public string? Time { get; init; }

    /// <summary>The field of the score that the model gave, or null where the stream has none.</summary>
    public string? Score { get; init; }

    /// <summary>The field of the version of the model that gave it, or null where the stream has none.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>How much later than the newest row of its partition a row may come. 0 s … 30 d. Default 1 m.</summary>
    public TimeSpan Lateness { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The field of each column of the reference whose field is not named like the column.</summary>
    public ImmutableSortedDictionary<string, string> Columns { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
