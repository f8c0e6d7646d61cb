namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// Isotonic regression of labels on scores by pooling adjacent violators (Ayer et al. 1955), linear between the scores it was fitted to and
/// constant outside of them, as scikit-learn's with <c>out_of_bounds="clip"</c>. Rows of one score are one weighted point.
/// </summary>
public sealed class IsotonicCalibration
{
    private readonly double[] scores;
    private readonly double[] values;

    private IsotonicCalibration(double[] scores, double[] values) => (this.scores, this.values) = (scores, values);

    /// <summary>Fits it.</summary>
    /// <param name="scores">At least one score, finite.</param>
    /// <param name="labels">As many labels.</param>
    /// <exception cref="ArgumentException">There are no scores, or the lengths differ.</exception>
    public static IsotonicCalibration Fit(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        if (scores.Length == 0 || scores.Length != labels.Length)
        {
            throw new ArgumentException($"{scores.Length} scores and {labels.Length} labels");
        }

        var (keys, isPositive) = (scores.ToArray(), labels.ToArray());
        Array.Sort(keys, isPositive);
        var points = Points(keys, isPositive);
        var pools = new List<Pool>(points.Count);
        for (var index = 0; index < points.Count; index++)
        {
            var pool = points[index];
            while (pools.Count > 0 && pools[^1].Mean >= pool.Mean)
            {
                pool = new(pools[^1].First, pool.Last, pools[^1].Rows + pool.Rows, pools[^1].Positives + pool.Positives);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        return new(
            [.. pools.SelectMany(pool => pool.First == pool.Last ? [pool.First] : new[] { pool.First, pool.Last })],
            [.. pools.SelectMany(pool => Enumerable.Repeat(pool.Mean, pool.First == pool.Last ? 1 : 2))]);
    }

    /// <summary>The probability of a score.</summary>
    public double Calibrate(double score)
    {
        var at = Array.BinarySearch(scores, score);
        if (at >= 0)
        {
            return values[at];
        }

        var above = ~at;
        if (above == 0 || above == scores.Length)
        {
            return values[Math.Min(above, scores.Length - 1)];
        }

        var share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return values[above - 1] + (share * (values[above] - values[above - 1]));
    }

    private static List<Pool> Points(double[] keys, bool[] isPositive)
    {
        var points = new List<Pool>();
        for (var row = 0; row < keys.Length; row++)
        {
            if (points.Count == 0 || points[^1].First != keys[row])
            {
                points.Add(new(keys[row], keys[row], 0, 0));
            }

            points[^1] = points[^1] with { Rows = points[^1].Rows + 1, Positives = points[^1].Positives + (isPositive[row] ? 1 : 0) };
        }

        return points;
    }

    private readonly record struct Pool(double First, double Last, long Rows, long Positives)
    {
        public double Mean => (double)Positives / Rows;
    }
}
