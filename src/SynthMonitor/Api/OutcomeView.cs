using System.Collections.Immutable;

namespace SynthMonitor.Api;

/// <summary>What the labels of one block revealed about the model in production, as the API shows it.</summary>
/// <param name="Id">The window's id.</param>
/// <param name="Monitor">The monitor.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Block">The block's number.</param>
/// <param name="End">Where the block ends, in event time.</param>
/// <param name="Labels">How many predictions met their label.</param>
/// <param name="Errors">How many of them were wrong.</param>
/// <param name="Performance">Realised quality by metric; a metric that is undefined is left out.</param>
public sealed record OutcomeView(
    string Id,
    string Monitor,
    int Epoch,
    long Block,
    DateTimeOffset End,
    long Labels,
    long Errors,
    ImmutableSortedDictionary<string, double> Performance);
