using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Synthesis.EdgeCases;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Backends;

/// <summary>
/// Makes synthetic edge cases for an incident out of recent real rows that are trained on: for the value ranges that gained rows, and for the
/// slices in which the champion errs most.
/// </summary>
internal sealed class EdgeCases(Reference reference, IncidentRecord incident, LearningTask task, ulong seed)
{
    /// <summary>Makes rows, as many as there are recent ones; null where there is nothing to make them from.</summary>
    /// <param name="recent">Recent labelled rows, with the target's column.</param>
    /// <param name="errors">For each row how wrong the champion was, 0 … 1; NaN where it logged no score.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Table? Make(Table recent, double[] errors, CancellationToken cancellation)
    {
        var scored = Enumerable.Range(0, recent.Rows).Where(row => !double.IsNaN(errors[row])).ToArray();
        var slices = HighErrorSlicePlanner.Find(recent.Take(scored), Array.ConvertAll(scored, row => errors[row]));
        var cases = DriftedRangePlanner.Find(Drifted(recent)).Concat(slices).ToList();
        var generator = CartGenerator.Fit(recent, new CartOptions { Target = task.Target }, null, cancellation);
        var plans = EdgeCasePlanner.Plan(cases, recent.Rows);
        var rows = EdgeCaseSampler.Sample(generator, plans, seed, null, cancellation);
        return rows.Table.Rows == 0 ? null : rows.Table;
    }

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
