using System.Collections.Immutable;

namespace SynthMonitor.Synthesis.Quality.Sqs;

/// <summary>The correlation matrices of the real and the synthetic rows; labels are what the real fields say is nominal.</summary>
/// <param name="Names">The fields, in the order of rows and columns.</param>
/// <param name="Real">The matrix of the real rows: r (−1 … 1), U and η (0 … 1).</param>
/// <param name="Synthetic">The matrix of the synthetic rows.</param>
public sealed record CorrelationPair(ImmutableArray<string> Names, double[][] Real, double[][] Synthetic)
{
    /// <summary>The mean absolute difference of the matrices, the diagonal included; 0 for no fields.</summary>
    public double Difference => Names.IsEmpty ? 0 : Real.Zip(Synthetic, (real, synthetic) => real.Zip(synthetic, (a, b) => Math.Abs(a - b)).Average()).Average();

    internal static CorrelationPair Of(IReadOnlyList<Field> fields, int realRows, int syntheticRows)
    {
        var columns = fields.Select(Columns).ToArray();
        return new(
            [.. fields.Select(field => field.Columns.Name)],
            CorrelationMatrix.Of([.. columns.Select(column => column.Real)], realRows),
            CorrelationMatrix.Of([.. columns.Select(column => column.Synthetic)], syntheticRows));
    }

    private static (CorrelatedColumn Real, CorrelatedColumn Synthetic) Columns(Field field)
    {
        var labels = LabelPair.Of(Values.Texts(field.Columns.Real), Values.Texts(field.Columns.Synthetic));
        var isNumeric = field.Real == FieldType.Numeric;
        return (
            new(labels.Real, isNumeric ? Values.Numbers(field.Columns.Real) : null),
            new(labels.Synthetic, isNumeric ? Values.Numbers(field.Columns.Synthetic) : null));
    }
}
