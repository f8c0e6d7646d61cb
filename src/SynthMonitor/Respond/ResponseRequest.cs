using System.Collections.Immutable;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>A response that was confirmed: what its work needs to know, all of it from the log.</summary>
/// <param name="Incident">The incident that it answers.</param>
/// <param name="Epoch">The epoch of the incident.</param>
/// <param name="Digest">The digest of that epoch.</param>
/// <param name="Block">The last block whose rows are used.</param>
/// <param name="Offsets">End offsets of the <c>rows</c> partitions.</param>
/// <param name="Champion">The digest of the champion's model in the registry, or null where it is not there.</param>
public sealed record ResponseRequest(
    IncidentRecord Incident, Epoch Epoch, string Digest, long Block, ImmutableArray<long> Offsets, string? Champion);

/// <summary>What came of a response's work.</summary>
public sealed record ResponseResult
{
    /// <summary><c>promote</c>, <c>reject</c> or <c>inconclusive</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Why, in words.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The recipe that won, or <c>keep</c>.</summary>
    public required string Recipe { get; init; }

    /// <summary>The digest of the model to promote, stored in the registry; null unless the verdict is to promote.</summary>
    public string? Model { get; init; }

    /// <summary>The digest of the epoch that follows a promotion; null unless the verdict is to promote.</summary>
    public string? NextEpoch { get; init; }

    /// <summary>Numbers for people.</summary>
    public ImmutableSortedDictionary<string, double> Figures { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
}
