using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>A column that drifted, as the monitor counted it.</summary>
/// <param name="Column">The column.</param>
/// <param name="Codes">The monitor's codes of the column.</param>
/// <param name="Reference">The reference rows of each code.</param>
/// <param name="Current">The recent rows of each code.</param>
public sealed record DriftedColumn(ColumnSchema Column, ColumnCodes Codes, ImmutableArray<long> Reference, ImmutableArray<long> Current);
