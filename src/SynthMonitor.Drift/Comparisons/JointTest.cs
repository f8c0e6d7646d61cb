using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Statistics;
using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>
/// The maximum mean discrepancy test (Gretton et al. 2012) on random features: <c>T = n m / (n + m) · ‖mean φ(reference) − mean φ(current)‖²/D</c>.
/// Without a difference T is a weighted sum of χ² variables with mean tr Σ and variance 2 tr Σ², Σ the features' covariance over D; its tail is
/// that of <c>a χ²_ν</c> with both matched. tr Σ² comes from the products of some rows' centred features. Samples above
/// <see cref="MostRows"/> are thinned evenly.
/// </summary>
internal static class JointTest
{
    private const int MostRows = 20_000;
    private const int TraceRows = 300;

    /// <summary>Tests whether both samples share one joint distribution.</summary>
    public static JointComparison Compare(RandomFeatures features, CodeTable reference, CodeTable current)
    {
        var (first, second) = (Thin(reference.Rows), Thin(current.Rows));
        if (first.Length < 2 || second.Length < 2)
        {
            return new(TestResult.Undefined("a sample of fewer than two rows"), Estimate.Undefined("no test"), Estimate.Undefined("a sample of fewer than two rows"), false);
        }

        var (sums, squares) = Sums(features, reference, first);
        var (otherSums, otherSquares) = Sums(features, current, second);
        double n = first.Length, m = second.Length;
        var (distance, trace) = (0.0, 0.0);
        var means = new double[RandomFeatures.Count];
        for (var i = 0; i < means.Length; i++)
        {
            var difference = (sums[i] / n) - (otherSums[i] / m);
            distance += difference * difference / means.Length;
            means[i] = (sums[i] + otherSums[i]) / (n + m);
            trace += (((squares[i] + otherSquares[i]) / (n + m)) - (means[i] * means[i])) / means.Length;
        }

        var scale = n * m / (n + m);
        var (statistic, traceOfSquare) = (scale * distance, TraceOfSquare(features, means, reference, first, current, second));
        if (trace <= 0 || traceOfSquare <= 0)
        {
            return new(TestResult.Undefined("all rows are alike"), Estimate.Undefined("no test"), Estimate.Undefined("all rows are alike"), false);
        }

        var freedom = trace * trace / traceOfSquare;
        var p = ChiSquared.UpperTail(statistic * freedom / trace, freedom);
        var effect = Math.Sqrt(Math.Max(0, distance - (trace / scale)));
        return new(new(Estimate.Of(statistic), freedom, Estimate.Of(p)), Estimate.Undefined("not adjusted"), Estimate.Of(effect), false);
    }

    private static int[] Thin(int rows)
    {
        var kept = new int[Math.Min(rows, MostRows)];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = (int)((long)i * rows / kept.Length);
        }

        return kept;
    }

    private static (double[] Sums, double[] Squares) Sums(RandomFeatures features, CodeTable codes, int[] rows)
    {
        var (sums, squares) = (new double[RandomFeatures.Count], new double[RandomFeatures.Count]);
        var values = new float[RandomFeatures.Count];
        foreach (var row in rows)
        {
            features.Of(codes, row, values);
            for (var i = 0; i < values.Length; i++)
            {
                sums[i] += values[i];
                squares[i] += values[i] * values[i];
            }
        }

        return (sums, squares);
    }

    /// <summary>tr Σ² = E (φ_i · φ_j)² over different rows, features centred, from rows taken evenly out of both samples.</summary>
    private static double TraceOfSquare(RandomFeatures features, double[] means, CodeTable reference, int[] first, CodeTable current, int[] second)
    {
        var total = first.Length + second.Length;
        var count = Math.Min(total, TraceRows);
        var centred = new float[count][];
        for (var i = 0; i < count; i++)
        {
            var at = (int)((long)i * total / count);
            centred[i] = new float[RandomFeatures.Count];
            features.Of(at < first.Length ? reference : current, at < first.Length ? first[at] : second[at - first.Length], centred[i]);
            for (var feature = 0; feature < means.Length; feature++)
            {
                centred[i][feature] -= (float)means[feature];
            }
        }

        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var product = Product(centred[i], centred[j]) / RandomFeatures.Count;
                sum += product * product;
            }
        }

        return sum / (count * (count - 1) / 2.0);
    }

    private static double Product(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var sum = 0f;
        for (var i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }
}
