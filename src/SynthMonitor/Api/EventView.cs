using System.Collections.Immutable;

namespace SynthMonitor.Api;

/// <summary>One finished step of a response, as the API shows it.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Monitor">The monitor.</param>
/// <param name="Trigger">The incident or command that started the response.</param>
/// <param name="Step">The step, one of <see cref="Kafka.Records.ResponseStep"/>.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Block">The block up to which data was known.</param>
/// <param name="At">When it was decided.</param>
/// <param name="By">Who decided it.</param>
/// <param name="Attempt">Which attempt it was, from 1.</param>
/// <param name="Verdict">The verdict, where the step has one.</param>
/// <param name="Reasons">The reasons of the verdict.</param>
/// <param name="Recipe">The recipe that won, where the step has one.</param>
/// <param name="Model">The digest of the model that is promoted or taken back, where the step has one.</param>
/// <param name="Figures">Numbers of champion and challenger by name; empty where the step has none.</param>
public sealed record EventView(
    string Id,
    string Monitor,
    string Trigger,
    string Step,
    int Epoch,
    long Block,
    DateTimeOffset At,
    string By,
    int Attempt,
    string? Verdict,
    ImmutableArray<string> Reasons,
    string? Recipe,
    string? Model,
    ImmutableSortedDictionary<string, double> Figures);
