using System.Collections.Immutable;
using SynthMonitor.Data;

namespace SynthMonitor.Synthesis.Quality.Sqs;

/// <summary>
/// The synthetic quality score with its parts, bit-compatible with the published formulas of NeMo Safe Synthesizer 0.1.16 (Apache-2.0), on all
/// rows: distances of the fields, differences of their correlations, and whether principal components look alike.
/// </summary>
/// <param name="Fields">The fields with their types and distances.</param>
/// <param name="Distribution">The mean distance over fields; 0 … 1.</param>
/// <param name="Correlation">The mean absolute difference of the two correlation matrices, the diagonal included; 0 … 2.</param>
/// <param name="Structure">The mean distance over the first two principal components; 0 … 1.</param>
/// <param name="Correlations">The fields and matrices behind <paramref name="Correlation"/>.</param>
public sealed record SyntheticQuality(
    ImmutableArray<FieldDistance> Fields, Estimate Distribution, Estimate Correlation, Estimate Structure, CorrelationPair Correlations)
{
    /// <summary>The field distribution score, 0 … 10.</summary>
    public Estimate FieldDistribution => Map(Distribution, SqsScores.FieldDistribution);

    /// <summary>The field correlation score, 0 … 10.</summary>
    public Estimate FieldCorrelation => Map(Correlation, SqsScores.FieldCorrelation);

    /// <summary>The deep structure score, 0 … 10.</summary>
    public Estimate DeepStructure => Map(Structure, SqsScores.DeepStructure);

    /// <summary>The synthetic quality score, 0 … 10.</summary>
    public Estimate Score => SqsScores.Overall(FieldDistribution.Value, FieldCorrelation.Value, DeepStructure.Value) is { } score
        ? Estimate.Of(score)
        : Estimate.Undefined("no field can be compared");

    /// <summary>Compares tables.</summary>
    public static SyntheticQuality Of(TablePair tables)
    {
        Field[] fields = [.. tables.Columns.Select(Field.Of)];
        ImmutableArray<FieldDistance> distances = [.. fields.AsParallel().AsOrdered().Select(field => new FieldDistance(field.Columns.Name, field.Real, field.Synthetic, field.Distance()))];
        Field[] tabular = [.. fields.Where(field => field.IsTabular)];
        double[] defined = [.. distances.Where(field => field.Distance.IsDefined).Select(field => field.Distance.Value!.Value)];
        var correlations = CorrelationPair.Of(tabular, tables.Real.Rows, tables.Synthetic.Rows);
        return new(
            distances,
            defined.Length == 0 ? Estimate.Undefined("no field can be compared") : Estimate.Of(defined.Average()),
            tabular.Length < 2 ? Estimate.Undefined("fewer than two fields") : Estimate.Of(correlations.Difference),
            Sqs.DeepStructure.Distance(tabular) is { } distance ? Estimate.Of(distance) : Estimate.Undefined("fewer than two fields"),
            correlations);
    }

    private static Estimate Map(Estimate estimate, Func<double, double> score) =>
        estimate.Value is { } value ? Estimate.Of(score(value)) : Estimate.Undefined(estimate.Reason!);
}
