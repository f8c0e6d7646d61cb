using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>What a generator is to draw.</summary>
/// <param name="Rows">The number of rows, at least 0.</param>
/// <param name="Seed">Another seed gives other rows.</param>
/// <param name="Conditions">What the rows must meet, or null.</param>
/// <param name="Threads">The most threads to use, at least 1; null means one for each processor.</param>
/// <param name="FirstRow">
/// The number of the first row, at least 0: without conditions, rows drawn in several requests are those of one request for all of them.
/// Only text keys are unique in one request alone.
/// </param>
public sealed record SampleRequest(int Rows, ulong Seed, ConditionSet? Conditions = null, int? Threads = null, long FirstRow = 0);
