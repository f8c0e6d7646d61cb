using SynthMonitor.Data;

namespace SynthMonitor.Synthesis.Quality.SdMetrics;

/// <summary>How alike the distributions of a column are (SDMetrics: KSComplement for numbers, TVComplement for names).</summary>
/// <param name="Name">The column.</param>
/// <param name="IsNumber">Whether it holds numbers.</param>
/// <param name="Score">1 − Kolmogorov–Smirnov statistic, or 1 − total variation distance; 0 … 1, 1 for the same. Undefined where one side is empty.</param>
/// <param name="Adherence">
/// The share of synthetic values that the real ones allow: numbers within their range, names among theirs (SDMetrics: BoundaryAdherence,
/// CategoryAdherence); a missing number is not allowed where no real one is missing; 0 … 1.
/// </param>
public sealed record ColumnShape(string Name, bool IsNumber, Estimate Score, Estimate Adherence)
{
    /// <summary>What SDMetrics counts of a name that no real row has (<c>sdmetrics.utils.get_frequencies</c>).</summary>
    private const double UnseenRows = 1e-6;

    /// <summary>Compares a column. Missing values are left out of the score.</summary>
    public static ColumnShape Of(ColumnPair columns) => columns.IsNumber ? OfNumbers(columns) : OfNames(columns);

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
        var isMissingAllowed = real.Length < columns.Real.Rows;
        return new(columns.Name, true, Estimate.Of(1 - KolmogorovSmirnov(real, synthetic)), Estimate.Of((double)within / (isMissingAllowed ? synthetic.Length : columns.Synthetic.Rows)));
    }

    private static ColumnShape OfNames(ColumnPair columns)
    {
        var labels = LabelPair.Of(Values.Texts(columns.Real), Values.Texts(columns.Synthetic));
        var (real, synthetic) = labels.Counts();
        var known = Enumerable.Range(0, labels.Count).Where(label => real[label] > 0).Sum(label => synthetic[label]);
        return new(columns.Name, false, Likeness(columns), Estimate.Of((double)known / labels.Synthetic.Length));
    }

    private static Estimate Likeness(ColumnPair columns)
    {
        string[] first = [.. Values.Texts(columns.Real).OfType<string>()], second = [.. Values.Texts(columns.Synthetic).OfType<string>()];
        var (real, synthetic) = LabelPair.Of(first, second).Counts();
        return first.Length == 0 || second.Length == 0
            ? Estimate.Undefined("no values on one side")
            : Estimate.Of(1 - TotalVariation(real, synthetic));
    }

    private static double TotalVariation(long[] real, long[] synthetic)
    {
        var smoothed = Array.ConvertAll(real, rows => rows == 0 ? UnseenRows : rows);
        var (realRows, syntheticRows) = (smoothed.Sum(), (double)synthetic.Sum());
        return smoothed.Zip(synthetic, (rows, drawn) => Math.Abs((rows / realRows) - (drawn / syntheticRows))).Sum() / 2;
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
