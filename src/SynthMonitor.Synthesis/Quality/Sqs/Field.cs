using SynthMonitor.Data;

namespace SynthMonitor.Synthesis.Quality.Sqs;

/// <summary>A field that the synthetic quality score compares.</summary>
/// <param name="Columns">The real and the synthetic values.</param>
/// <param name="Real">The type of the real values.</param>
/// <param name="Synthetic">The type of the synthetic values.</param>
internal sealed record Field(ColumnPair Columns, FieldType Real, FieldType Synthetic)
{
    /// <summary>Whether the field is one of numbers in both tables.</summary>
    public bool IsNumeric => Real == FieldType.Numeric && Synthetic == FieldType.Numeric;

    /// <summary>Whether the field is compared at all.</summary>
    public bool IsTabular => Real is not (FieldType.Text or FieldType.Empty);

    /// <summary>Types a pair of columns.</summary>
    public static Field Of(ColumnPair columns) => new(columns, FieldTyping.Of(columns.Real), FieldTyping.Of(columns.Synthetic));

    /// <summary>
    /// The Jensen–Shannon distance (base 2, 0 … 1) of the real and the synthetic values: of shared histograms where both are numeric, else of
    /// labels, where numbers are rounded if one side is whole.
    /// </summary>
    public Estimate Distance()
    {
        // What the package takes where one side has no value to count.
        const double Nothing = 0.5887;
        if (Real is FieldType.Text or FieldType.Empty || Synthetic is FieldType.Text or FieldType.Empty)
        {
            return Estimate.Undefined("no values, or texts that hardly repeat");
        }

        return Estimate.Of((IsNumeric
            ? DoaneHistogram.Distance(Values.Finite(Columns.Real), Values.Finite(Columns.Synthetic))
            : OfLabels()) ?? Nothing);
    }

    /// <summary>The labels of both sides.</summary>
    public LabelPair Labels()
    {
        var isRounded = FieldTyping.IsInteger(Columns.Real) || FieldTyping.IsInteger(Columns.Synthetic);
        return LabelPair.Of(Values.Texts(Columns.Real, isRounded), Values.Texts(Columns.Synthetic, isRounded));
    }

    private double? OfLabels()
    {
        var (real, synthetic) = Labels().Counts();
        return CountDistances.JensenShannon(real, synthetic);
    }
}
