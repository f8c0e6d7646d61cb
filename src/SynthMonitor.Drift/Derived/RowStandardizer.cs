using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Drift.Derived;

/// <summary>
/// Rows as vectors: every feature of numbers less its mean, by its standard deviation. What is missing or not a number is put at the mean, and
/// nothing lies beyond 20 standard deviations: that single values are odd is what the columns themselves are watched for.
/// </summary>
/// <param name="Names">The columns.</param>
/// <param name="Means">Of each column.</param>
/// <param name="Deviations">Of each column, above 0.</param>
internal sealed record RowStandardizer(ImmutableArray<string> Names, ImmutableArray<double> Means, ImmutableArray<double> Deviations)
{
    private const double Farthest = 20;

    /// <summary>The length of a vector.</summary>
    public int Dimensions => Names.Length;

    /// <summary>Fits the features that vary, at most some of them, in the order of the schema.</summary>
    public static RowStandardizer Fit(Table rows, int most)
    {
        var columns = rows.Columns.OfType<NumberColumn>()
            .Where(column => column.Schema.Role == ColumnRole.Feature && column.Schema.IsCoded)
            .Select(column => (column.Name, Moments: MomentsOf(column)))
            .Where(column => column.Moments.Deviation > 0)
            .Take(most)
            .ToArray();
        return new(
            [.. columns.Select(column => column.Name)],
            [.. columns.Select(column => column.Moments.Mean)],
            [.. columns.Select(column => column.Moments.Deviation)]);
    }

    /// <summary>The vectors of rows, one after another. A column that the table lacks is at its mean.</summary>
    public double[] Vectors(Table rows)
    {
        var vectors = new double[rows.Rows * Dimensions];
        for (var column = 0; column < Dimensions; column++)
        {
            if (rows.Find(Names[column]) is NumberColumn numbers)
            {
                Standardize(numbers, column, vectors);
            }
        }

        return vectors;
    }

    private void Standardize(NumberColumn numbers, int column, double[] vectors)
    {
        var (mean, inverse) = (Means[column], 1 / Deviations[column]);
        var values = numbers.Values;
        for (var row = 0; row < values.Length; row++)
        {
            var value = (values[row] - mean) * inverse;
            vectors[(row * Dimensions) + column] = double.IsNaN(value) ? 0 : Math.Clamp(value, -Farthest, Farthest);
        }
    }

    private static (double Mean, double Deviation) MomentsOf(NumberColumn column)
    {
        var values = column.Values.ToArray().Where(double.IsFinite).ToArray();
        if (values.Length < 2)
        {
            return (0, 0);
        }

        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return double.IsFinite(deviation) && deviation > Math.Abs(mean) * 1e-12 ? (mean, deviation) : (mean, 0);
    }
}
