using System.Collections.Immutable;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Registry;

/// <summary>What is known of an artefact; written beside it as JSON.</summary>
public sealed record ModelCard
{
    /// <summary>The monitor for which it was made.</summary>
    public required string Monitor { get; init; }

    /// <summary>The trainer, or what made an external model.</summary>
    public required string Trainer { get; init; }

    /// <summary>The recipe.</summary>
    public required string Recipe { get; init; }

    /// <summary>What it predicts.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The event times of the rows that it was trained on; null where they have none.</summary>
    public DataWindow? DataWindow { get; init; }

    /// <summary>The digest of the reference against which the drift was seen.</summary>
    public string? ReferenceDigest { get; init; }

    /// <summary>The trigger that asked for it.</summary>
    public string? Trigger { get; init; }

    /// <summary>What its judgement found.</summary>
    public GateResult? Gate { get; init; }

    /// <summary>The share of synthetic rows among those that it was trained on, in [0, 1].</summary>
    public double SyntheticShare { get; init; }
}

/// <summary>A span of event time with the number of labelled rows in it.</summary>
/// <param name="From">The first row's time.</param>
/// <param name="To">The last row's time.</param>
/// <param name="Rows">The number of rows.</param>
public sealed record DataWindow(DateTimeOffset From, DateTimeOffset To, long Rows);

/// <summary>What a judgement found.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Champion">The champion's value of the task's metric on the holdout.</param>
/// <param name="Challenger">The model's value.</param>
/// <param name="HoldoutRows">The number of real rows that were judged on.</param>
/// <param name="Reasons">Why, in plain sentences.</param>
public sealed record GateResult(string Verdict, double? Champion, double? Challenger, int HoldoutRows, ImmutableArray<string> Reasons);
