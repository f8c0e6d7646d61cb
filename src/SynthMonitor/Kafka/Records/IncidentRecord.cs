using System.Collections.Immutable;

namespace SynthMonitor.Kafka.Records;

/// <summary>An incident, on <c>incidents</c>. Later revisions supersede earlier ones; lower ones are ignored.</summary>
public sealed record IncidentRecord
{
    /// <summary>An incident of the distribution of features or scores.</summary>
    public const string Drift = "drift";

    /// <summary>An incident of realised performance.</summary>
    public const string Performance = "performance";

    /// <summary><c>monitor|epoch|kind|raisedBlock</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The monitor.</summary>
    public required string Monitor { get; init; }

    /// <summary><see cref="Drift"/> or <see cref="Performance"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The epoch.</summary>
    public required int Epoch { get; init; }

    /// <summary>0 when it is raised, then rising.</summary>
    public required int Revision { get; init; }

    /// <summary><c>warning</c>, or <c>critical</c> where realised performance fell.</summary>
    public required string Severity { get; init; }

    /// <summary>The block since which things are different, as far as it can be told.</summary>
    public required long OnsetBlock { get; init; }

    /// <summary>The block that raised it.</summary>
    public required long RaisedBlock { get; init; }

    /// <summary>The block in which it ended, or null while it is open.</summary>
    public long? ResolvedBlock { get; init; }

    /// <summary>Why it ended, where that was not by itself.</summary>
    public string? Reason { get; init; }

    /// <summary>What moved, by share.</summary>
    public ImmutableArray<IncidentColumn> Columns { get; init; } = [];

    /// <summary><c>covariate</c>, <c>concept</c>, <c>new-slice</c>, <c>label-shift</c> or <c>quality</c>.</summary>
    public required string Diagnosis { get; init; }

    /// <summary>Why the diagnosis is what it is, in words.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Joined labels since the onset that the diagnosis rests on.</summary>
    public long Labels { get; init; }

    /// <summary>Whether enough labels have come for the diagnosis to stand.</summary>
    public bool Mature { get; init; }

    /// <summary>The last block that the diagnosis rests on.</summary>
    public long Block { get; init; }

    /// <summary>The id of an incident.</summary>
    public static string IdOf(string monitor, int epoch, string kind, long raisedBlock) => $"{monitor}|{epoch}|{kind}|{raisedBlock}";
}

/// <summary>A column that moved.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">Its share of the evidence, 0 … 1.</param>
/// <param name="Effect">How far it moved, in the unit of its effect.</param>
/// <param name="Ranges">The value ranges that gained or lost most.</param>
public sealed record IncidentColumn(string Name, double Share, double? Effect, ImmutableArray<IncidentRange> Ranges);

/// <summary>A value range that moved.</summary>
/// <param name="Range">The range, the value or the category.</param>
/// <param name="Change">Its share now less its share in the reference.</param>
public sealed record IncidentRange(string Range, double Change);
