using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Learning.EdgeCases;
using SynthMonitor.Synthesis.EdgeCases;

namespace SynthMonitor.Backends;

/// <summary>The edge cases of an incident: the value ranges of its columns that gained rows, and the slices in which the champion errs most.</summary>
internal sealed class EdgeCases(Reference reference, IncidentRecord incident)
{
    /// <summary>Makes rows out of recent real rows that are trained on.</summary>
    public Table Make(EdgeCaseInput input, CancellationToken cancellation) =>
        RecentEdgeCases.Make(input, DriftedRangePlanner.Find(Drifted(input.Recent)), cancellationToken: cancellation).Table;

    private IEnumerable<DriftedColumn> Drifted(Table recent)
    {
        var current = new Profile(reference.Codebook);
        current.Add(reference.Codebook.Encode(recent), 0, recent.Rows);
        foreach (var column in incident.Columns)
        {
            var index = reference.Codebook.IndexOf(column.Name);
            if (index >= 0 && recent.Find(column.Name) is { } values)
            {
                yield return new DriftedColumn(
                    values.Schema,
                    reference.Codebook.Columns[index],
                    [.. reference.Profile[index]],
                    [.. current[index]]);
            }
        }
    }
}
