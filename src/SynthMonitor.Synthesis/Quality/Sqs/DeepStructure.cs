using MathNet.Numerics.LinearAlgebra;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Quality.Sqs;

/// <summary>
/// Whether the first two principal components of the real rows look the same on the synthetic ones (as NeMo Safe Synthesizer computes it).
/// Missing numbers become the median, labels their frequency among the real rows; columns are standardised, and axes found, on the real rows.
/// </summary>
internal static class DeepStructure
{
    private const int Components = 2;
    private const ulong Seed = 333;

    /// <summary>The mean Jensen–Shannon distance of the components' histograms, 0 … 1; null where fewer than two columns can be taken.</summary>
    public static double? Distance(IReadOnlyList<Field> fields)
    {
        Field[] taken = [.. fields.Where(field => field.IsNumeric || field.Real is FieldType.Binary or FieldType.Categorical)];
        if (taken.Length < Components)
        {
            return null;
        }

        var columns = taken.Select(Encode).ToArray();
        var count = Math.Min(columns[0].Real.Length, columns[0].Synthetic.Length);
        var real = Matrix<double>.Build.DenseOfColumnArrays(columns.Select(column => Take(column.Real, count)));
        var synthetic = Matrix<double>.Build.DenseOfColumnArrays(columns.Select(column => Take(column.Synthetic, count)));
        var components = new PrincipalComponents(real, Components);
        var (first, second) = (components.Project(real), components.Project(synthetic));
        return Enumerable.Range(0, Components).Average(axis => DoaneHistogram.Distance(first.Column(axis).ToArray(), second.Column(axis).ToArray())!.Value);
    }

    private static (double[] Real, double[] Synthetic) Encode(Field field)
    {
        if (field.IsNumeric)
        {
            return (Filled(field.Columns.Real), Filled(field.Columns.Synthetic));
        }

        var labels = field.Labels();
        var counts = LabelPair.Counts(labels.Real, labels.Count);
        return (Array.ConvertAll(labels.Real, label => (double)counts[label]), Array.ConvertAll(labels.Synthetic, label => (double)counts[label]));
    }

    private static double[] Filled(Column column)
    {
        var finite = Values.Finite(column);
        Array.Sort(finite);
        var median = finite.Length == 0 ? 0 : (finite[(finite.Length - 1) / 2] + finite[finite.Length / 2]) / 2;
        return Array.ConvertAll(Values.Numbers(column), value => double.IsNaN(value) ? median : value);
    }

    // The larger table gives as many rows as the smaller one has, the same ones of every column.
    private static double[] Take(double[] values, int count)
    {
        if (values.Length == count)
        {
            return values;
        }

        var rows = Enumerable.Range(0, values.Length).ToArray();
        new KeyedRandom(Seed).Shuffle<int>(rows);
        return [.. rows.Take(count).Select(row => values[row])];
    }
}
