using SynthMonitor.Data;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Quality.SdMetrics;

/// <summary>How alike the distributions of a column are (SDMetrics: KSComplement for numbers, TVComplement for names).</summary>
/// <param name="Name">The column.</param>
/// <param name="IsNumber">Whether it holds numbers.</param>
/// <param name="Score">1 − Kolmogorov–Smirnov statistic, or 1 − total variation distance; 0 … 1, 1 for the same. Undefined where one side is empty.</param>
/// <param name="Adherence">
/// The share of synthetic values that the real ones allow: numbers within their range, names among theirs (SDMetrics: BoundaryAdherence,
/// CategoryAdherence); 0 … 1.
/// </param>
public sealed record ColumnShape(string Name, bool IsNumber, Estimate Score, Estimate Adherence)
{
    /// <summary>Compares a column. Missing numbers are left out; a missing name is a name where the real ones have it too.</summary>
    public static ColumnShape Of(ColumnPair columns) => columns.Real is NumberColumn ? OfNumbers(columns) : OfNames(columns);

    private static ColumnShape OfNumbers(ColumnPair columns)
    {
        var (real, synthetic) = (Values.Finite(columns.Real), Values.Finite(columns.Synthetic));
        if (real.Length == 0 || synthetic.Length == 0)
        {
            var nothing = Estimate.Undefined("no values on one side");
            return new(columns.Name, true, nothing, nothing);
        }

        Array.Sort(real);
        Array.Sort(synthetic);
        var within = synthetic.Count(value => value >= real[0] && value <= real[^1]);
        return new(columns.Name, true, Estimate.Of(1 - KolmogorovSmirnov(real, synthetic)), Estimate.Of((double)within / synthetic.Length));
    }

    private static ColumnShape OfNames(ColumnPair columns)
    {
        var labels = LabelPair.Of(Values.Texts(columns.Real), Values.Texts(columns.Synthetic));
        var (real, synthetic) = labels.Counts();
        var known = Enumerable.Range(0, labels.Count).Where(label => real[label] > 0).Sum(label => synthetic[label]);
        return new(
            columns.Name, false, Estimate.Of(1 - CountDistances.TotalVariation(real, synthetic)), Estimate.Of((double)known / labels.Synthetic.Length));
    }

    private static double KolmogorovSmirnov(double[] first, double[] second)
    {
        var (i, j, greatest) = (0, 0, 0.0);
        while (i < first.Length && j < second.Length)
        {
            var value = Math.Min(first[i], second[j]);
            while (i < first.Length && first[i] == value)
            {
                i++;
            }

            while (j < second.Length && second[j] == value)
            {
                j++;
            }

            greatest = Math.Max(greatest, Math.Abs(((double)i / first.Length) - ((double)j / second.Length)));
        }

        return greatest;
    }
}
