using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Derived;

/// <summary>
/// Columns that are computed from a row's others: how far it lies from the reference. Fitted on one of the <see cref="InterleavedHalves"/>;
/// cells, facts and counts are the other one's.
/// </summary>
/// <param name="Scorer">Computes them.</param>
/// <param name="Columns">Their codes.</param>
/// <param name="Facts">What the counts do not say.</param>
/// <param name="Codes">The reference's rows; <see cref="Code.Missing"/> where a row was fitted on.</param>
internal sealed record DerivedColumns(
    RowScorer Scorer, ImmutableArray<NumberCodes> Columns, ImmutableArray<ColumnFacts> Facts, CodeTable Codes)
{
    /// <summary>The fewest rows, in both halves together, that columns are derived from.</summary>
    public const int FewestRows = 200;

    /// <summary>Derives columns from the reference's rows; null where they are too few, or too few features of numbers vary.</summary>
    public static DerivedColumns? Fit(Table rows)
    {
        if (rows.Rows < FewestRows || RowScorer.Fit(rows.Take(InterleavedHalves.Rows(rows.Rows, isFitted: true))) is not { } scorer)
        {
            return null;
        }

        var others = InterleavedHalves.Rows(rows.Rows, isFitted: false);
        var scores = scorer.Score(rows.Take(others));
        var columns = scores.Select((score, column) => DistanceCells.Cut(scorer.Names[column], [.. score])).ToImmutableArray();
        var facts = columns.Select((coding, column) => FactsOf(scores[column], coding));
        return new(scorer, columns, [.. facts], CodesOf(rows.Rows, others, scores, columns));
    }

    /// <summary>The codes of rows.</summary>
    public CodeTable Encode(Table rows)
    {
        var scores = Scorer.Score(rows);
        return CodesOf(rows.Rows, [.. Enumerable.Range(0, rows.Rows)], scores, Columns);
    }

    private static ColumnFacts FactsOf(double[] scores, NumberCodes coding)
    {
        var codes = scores.Select(coding.Encode).ToArray();
        var facts = ColumnFacts.Of(new NumberColumn(new ColumnSchema(coding.Name, ColumnKind.Numeric), scores), coding, codes);
        return facts with { Novelty = facts.Novelty with { Missing = 0 } };
    }

    private static CodeTable CodesOf(int rows, int[] scored, double[][] scores, ImmutableArray<NumberCodes> columns)
    {
        var codes = new byte[columns.Length][];
        for (var column = 0; column < codes.Length; column++)
        {
            codes[column] = new byte[rows];
            for (var i = 0; i < scored.Length; i++)
            {
                codes[column][scored[i]] = columns[column].Encode(scores[column][i]);
            }
        }

        return new(codes, rows);
    }
}
