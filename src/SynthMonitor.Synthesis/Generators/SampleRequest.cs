using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>What a generator is to draw.</summary>
/// <param name="Rows">The number of rows, at least 0.</param>
/// <param name="Seed">Another seed gives other rows.</param>
/// <param name="Conditions">What the rows must meet, or null.</param>
/// <param name="Threads">The most threads to use, at least 1; null means one for each processor.</param>
public sealed record SampleRequest(int Rows, ulong Seed, ConditionSet? Conditions = null, int? Threads = null);
