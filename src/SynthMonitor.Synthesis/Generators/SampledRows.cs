using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>Rows that a generator drew.</summary>
/// <param name="Table">The rows.</param>
/// <param name="EffectiveSampleSize">
/// To how many independent rows the drawn ones amount (Kong 1992: the squared sum of the importance weights over the sum of their
/// squares, at most the number of rows). All of them without conditions; fewer where the conditions are rare given the columns that are
/// drawn before theirs, so that some rows share those columns.
/// </param>
/// <param name="Gate">What the row gate did.</param>
public sealed record SampledRows(Table Table, double EffectiveSampleSize, GateReport Gate);
