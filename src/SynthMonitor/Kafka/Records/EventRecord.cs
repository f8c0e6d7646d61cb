using System.Collections.Immutable;

namespace SynthMonitor.Kafka.Records;

/// <summary>
/// A finished transition of a response, on <c>events</c>. The first record of a trigger and step decides; later ones change nothing.
/// </summary>
public sealed record EventRecord
{
    /// <summary><c>trigger|step</c>, with the attempt behind it.</summary>
    public required string Id { get; init; }

    /// <summary>The monitor.</summary>
    public required string Monitor { get; init; }

    /// <summary>What it answers: an incident's id, or a command's.</summary>
    public required string Trigger { get; init; }

    /// <summary>What is finished; one of <see cref="ResponseStep"/>.</summary>
    public required string Step { get; init; }

    /// <summary>The epoch.</summary>
    public required int Epoch { get; init; }

    /// <summary>The block up to which data was known.</summary>
    public required long Block { get; init; }

    /// <summary>When it was finished.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The process that finished it.</summary>
    public required string By { get; init; }

    /// <summary>How often the step was tried.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary><c>promote</c>, <c>reject</c> or <c>inconclusive</c>; for a suppressed trigger the reason.</summary>
    public string? Verdict { get; init; }

    /// <summary>Why, in words.</summary>
    public ImmutableArray<string>? Reasons { get; init; }

    /// <summary>End offsets of the <c>rows</c> partitions, up to which training data is read.</summary>
    public ImmutableArray<long>? Offsets { get; init; }

    /// <summary>Digests: <c>model</c>, <c>champion</c>, <c>epoch</c>.</summary>
    public ImmutableSortedDictionary<string, string>? Digests { get; init; }

    /// <summary>Numbers for people: metrics of champion and challenger, rows, seconds.</summary>
    public ImmutableSortedDictionary<string, double>? Figures { get; init; }

    /// <summary>The recipe that won, or null.</summary>
    public string? Recipe { get; init; }
}

/// <summary>The steps of a response.</summary>
public static class ResponseStep
{
    /// <summary>The trigger has enough labels, and nothing stands against it.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>Something stood against the trigger.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>Candidates were judged.</summary>
    public const string Judged = "judged";

    /// <summary>The winner became the champion.</summary>
    public const string Promoted = "promoted";

    /// <summary>The new champion has proved itself.</summary>
    public const string Settled = "settled";

    /// <summary>The new champion disappointed, and the previous one is back.</summary>
    public const string RolledBack = "rolled-back";

    /// <summary>The response failed.</summary>
    public const string Failed = "failed";

    /// <summary>A command was carried out, or refused.</summary>
    public const string Answered = "answered";
}
