using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>What is allowed in one column for a share of the rows.</summary>
/// <param name="Share">The share of the rows, 0 … 1.</param>
/// <param name="Allowed">For each code the positions that are allowed inside it.</param>
/// <param name="Reason">The conditions in words.</param>
internal sealed record ColumnChoice(double Share, UnitSet[] Allowed, string Reason);
