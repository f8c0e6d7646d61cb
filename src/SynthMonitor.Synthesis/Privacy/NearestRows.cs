using System.Numerics;
using System.Runtime.InteropServices;

namespace SynthMonitor.Synthesis.Privacy;

/// <summary>The distances from rows to the nearest rows of another table, each compared with each, by vector instructions and on all processors.</summary>
public static class NearestRows
{
    // The others are laid out column by column in blocks that stay in the cache while queries pass over them.
    private const int Block = 1024;

    /// <summary>The distances to the <paramref name="count"/> nearest rows of <paramref name="others"/>, nearest first.</summary>
    /// <param name="queries">The rows to start from.</param>
    /// <param name="others">The rows to reach, on the same scale; at least <paramref name="count"/>.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>For each query row its distances.</returns>
    /// <exception cref="ArgumentException">There are fewer rows to reach.</exception>
    public static float[][] Distances(RowPoints queries, RowPoints others, int count = 1, CancellationToken cancellation = default)
    {
        if (others.Rows < count)
        {
            throw new ArgumentException($"{others.Rows} rows have no {count} nearest ones", nameof(others));
        }

        var numbers = Columns(others.Values, others.Rows, others.NumberCount);
        var names = Columns(Array.ConvertAll(others.Labels, label => (float)label), others.Rows, others.NameCount);
        var result = new float[queries.Rows][];
        Parallel.For(0, queries.Rows, new ParallelOptions { CancellationToken = cancellation }, () => new float[Block], (row, _, distances) =>
        {
            var nearest = new float[count];
            Array.Fill(nearest, float.PositiveInfinity);
            for (var start = 0; start < others.Rows; start += Block)
            {
                var block = distances.AsSpan(0, Math.Min(Block, others.Rows - start));
                block.Clear();
                AddNumbers(block, queries.Numbers(row), numbers, start);
                AddNames(block, queries.Names(row), names, start);
                Keep(block, nearest);
            }

            result[row] = nearest;
            return distances;
        }, _ => { });
        return result;
    }

    private static float[][] Columns(float[] values, int rows, int columns) =>
        [.. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Select(row => values[(row * columns) + column]).ToArray())];

    private static void AddNumbers(Span<float> distances, ReadOnlySpan<float> query, float[][] columns, int start)
    {
        for (var column = 0; column < query.Length; column++)
        {
            var values = columns[column].AsSpan(start, distances.Length);
            var centre = new Vector<float>(query[column]);
            var sums = MemoryMarshal.Cast<float, Vector<float>>(distances);
            var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
            for (var i = 0; i < vectors.Length; i++)
            {
                sums[i] += Vector.Abs(vectors[i] - centre);
            }

            for (var i = vectors.Length * Vector<float>.Count; i < values.Length; i++)
            {
                distances[i] += Math.Abs(values[i] - query[column]);
            }
        }
    }

    private static void AddNames(Span<float> distances, ReadOnlySpan<int> query, float[][] columns, int start)
    {
        var mismatch = new Vector<float>(RowPoints.Mismatch);
        for (var column = 0; column < query.Length; column++)
        {
            var values = columns[column].AsSpan(start, distances.Length);
            var label = new Vector<float>(query[column]);
            var sums = MemoryMarshal.Cast<float, Vector<float>>(distances);
            var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
            for (var i = 0; i < vectors.Length; i++)
            {
                sums[i] += Vector.ConditionalSelect(Vector.Equals(vectors[i], label), Vector<float>.Zero, mismatch);
            }

            for (var i = vectors.Length * Vector<float>.Count; i < values.Length; i++)
            {
                distances[i] += values[i] == query[column] ? 0 : RowPoints.Mismatch;
            }
        }
    }

    private static void Keep(ReadOnlySpan<float> distances, float[] nearest)
    {
        foreach (var distance in distances)
        {
            if (distance >= nearest[^1])
            {
                continue;
            }

            var place = nearest.Length - 1;
            for (; place > 0 && nearest[place - 1] > distance; place--)
            {
                nearest[place] = nearest[place - 1];
            }

            nearest[place] = distance;
        }
    }
}
