using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace SynthMonitor.Drift.Derived;

/// <summary>The principal axes of standardized rows (Pearson 1901), by falling variance.</summary>
/// <param name="Axes">Unit vectors, one after another.</param>
/// <param name="Variances">
/// Along each axis; at least a thousandth of the mean, or else an axis along which the reference does not vary would turn rounding into
/// evidence.
/// </param>
internal sealed record PrincipalAxes(ImmutableArray<double> Axes, ImmutableArray<double> Variances)
{
    private const double LeastShare = 1e-3;

    /// <summary>The number of axes.</summary>
    public int Count => Variances.Length;

    /// <summary>Fits the axes of rows whose mean is the origin.</summary>
    /// <param name="vectors">The rows, one after another.</param>
    /// <param name="dimensions">Their length.</param>
    public static PrincipalAxes Fit(ReadOnlySpan<double> vectors, int dimensions)
    {
        var covariance = new double[dimensions, dimensions];
        var rows = vectors.Length / dimensions;
        for (var row = 0; row < rows; row++)
        {
            var vector = vectors.Slice(row * dimensions, dimensions);
            for (var i = 0; i < dimensions; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    covariance[i, j] += vector[i] * vector[j] / rows;
                }
            }
        }

        for (var i = 0; i < dimensions; i++)
        {
            for (var j = 0; j < i; j++)
            {
                covariance[j, i] = covariance[i, j];
            }
        }

        var decomposition = Matrix<double>.Build.DenseOfArray(covariance).Evd(Symmetricity.Symmetric);
        var variances = decomposition.EigenValues.Select(value => value.Real).ToArray();
        var least = LeastShare * variances.Average();
        int[] order = [.. Enumerable.Range(0, dimensions).OrderByDescending(axis => variances[axis])];
        return new(
            [.. order.SelectMany(axis => decomposition.EigenVectors.Column(axis))],
            [.. order.Select(axis => Math.Max(least, variances[axis]))]);
    }

    /// <summary>The fewest axes that hold a share of the variance.</summary>
    public int Holding(double share)
    {
        var (count, held, wanted) = (0, 0.0, share * Variances.Sum());
        while (count < Count && held < wanted)
        {
            held += Variances[count++];
        }

        return count;
    }

    /// <summary>A row's places along the axes.</summary>
    public void Project(ReadOnlySpan<double> vector, Span<double> places)
    {
        var axes = Axes.AsSpan();
        for (var axis = 0; axis < Count; axis++)
        {
            var place = 0.0;
            for (var i = 0; i < vector.Length; i++)
            {
                place += axes[(axis * vector.Length) + i] * vector[i];
            }

            places[axis] = place;
        }
    }
}
