using System.Collections.Immutable;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Commands.Check;

/// <summary>What an alarm's figures rest on.</summary>
/// <param name="Reference">What its rows were compared with.</param>
/// <param name="Start">The first row since the onset, in order of time.</param>
/// <param name="End">The row after the last one, in order of time.</param>
/// <param name="Columns">The columns that moved.</param>
internal sealed record AlarmEvidence(Reference Reference, int Start, int End, ImmutableArray<ColumnShare> Columns);
