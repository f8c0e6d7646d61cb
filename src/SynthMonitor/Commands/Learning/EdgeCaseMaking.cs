using System.Collections.Immutable;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.EdgeCases;
using SynthMonitor.Synthesis.EdgeCases;

namespace SynthMonitor.Commands.Learning;

/// <summary>The edge cases of a change: the value ranges that gained rows, and the slices in which the champion errs most.</summary>
/// <param name="change">How the recent rows differ from the old ones.</param>
internal sealed class EdgeCaseMaking(Change change)
{
    /// <summary>What came of each plan; empty before <see cref="Make"/>.</summary>
    public ImmutableArray<EdgeCaseOutcome> Outcomes { get; private set; } = [];

    /// <summary>Makes rows out of recent real rows that are trained on.</summary>
    public Table Make(EdgeCaseInput input, CancellationToken cancellation)
    {
        var made = RecentEdgeCases.Make(input, DriftedRangePlanner.Find(Drifted(input.Recent)), cancellationToken: cancellation);
        Outcomes = made.Outcomes;
        return made.Table;
    }

    private IEnumerable<DriftedColumn> Drifted(Table recent) => change.Columns
        .Where(name => recent.Find(name) is not null)
        .Select(name => (Column: recent[name].Schema, Index: change.Reference.Codebook.IndexOf(name)))
        .Select(item => new DriftedColumn(
            item.Column, change.Reference.Codebook.Columns[item.Index], [.. change.Reference.Profile[item.Index]], [.. change.Current[item.Index]]));
}
