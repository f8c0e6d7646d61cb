using System.Collections.Immutable;
using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Drift.Derived;

/// <summary>Centres of the groups that rows form, by k-means (Lloyd 1982), begun as Arthur and Vassilvitskii (2007) do.</summary>
/// <param name="Places">The centres, one after another.</param>
/// <param name="Dimensions">The length of a row.</param>
internal sealed record Centres(ImmutableArray<double> Places, int Dimensions)
{
    private const int Rounds = 20;
    private const ulong Seed = 1;

    /// <summary>Fits centres.</summary>
    /// <param name="vectors">The rows, one after another; at least one.</param>
    /// <param name="dimensions">Their length.</param>
    /// <param name="count">The number of centres, at least 1.</param>
    public static Centres Fit(double[] vectors, int dimensions, int count)
    {
        var rows = vectors.Length / dimensions;
        var centres = Begin(vectors, dimensions, count);
        for (var round = 0; round < Rounds; round++)
        {
            var (sums, members) = (new double[count * dimensions], new int[count]);
            for (var row = 0; row < rows; row++)
            {
                var vector = vectors.AsSpan(row * dimensions, dimensions);
                var (nearest, _) = Nearest(centres, vector);
                members[nearest]++;
                for (var i = 0; i < dimensions; i++)
                {
                    sums[(nearest * dimensions) + i] += vector[i];
                }
            }

            for (var i = 0; i < sums.Length; i++)
            {
                centres[i] = members[i / dimensions] > 0 ? sums[i] / members[i / dimensions] : centres[i];
            }
        }

        return new([.. centres], dimensions);
    }

    /// <summary>The distance to the nearest centre.</summary>
    public double Distance(ReadOnlySpan<double> vector) => Math.Sqrt(Nearest(Places.AsSpan(), vector).Square);

    private static double[] Begin(double[] vectors, int dimensions, int count)
    {
        var random = new KeyedRandom(Seed);
        var rows = vectors.Length / dimensions;
        var centres = new double[count * dimensions];
        var squares = new double[rows];
        Array.Fill(squares, 1);
        for (var centre = 0; centre < count; centre++)
        {
            var place = random.NextDouble() * squares.Sum();
            var chosen = 0;
            while (chosen < rows - 1 && (place -= squares[chosen]) >= 0)
            {
                chosen++;
            }

            vectors.AsSpan(chosen * dimensions, dimensions).CopyTo(centres.AsSpan(centre * dimensions));
            for (var row = 0; row < rows; row++)
            {
                squares[row] = Nearest(centres.AsSpan(0, (centre + 1) * dimensions), vectors.AsSpan(row * dimensions, dimensions)).Square;
            }
        }

        return centres;
    }

    private static (int Centre, double Square) Nearest(ReadOnlySpan<double> centres, ReadOnlySpan<double> vector)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var start = 0; start < centres.Length; start += vector.Length)
        {
            var square = 0.0;
            for (var i = 0; i < vector.Length; i++)
            {
                square += (centres[start + i] - vector[i]) * (centres[start + i] - vector[i]);
            }

            (nearest, least) = square < least ? (start / vector.Length, square) : (nearest, least);
        }

        return (nearest, least);
    }
}
