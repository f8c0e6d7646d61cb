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
