using MathNet.Numerics;
using MathNet.Numerics.Integration;

namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Largest difference of any cell's share, <c>L∞ = max |p − q|</c>. Range [0, 1]. Null mean about <c>∫ 1 − Π (2Φ(x/σ) − 1) dx</c> over cells
/// with <c>σ² = p(1 − p)(1/N + 1/M)</c>, taken as independent normals. Cost: one pass. Used by TensorFlow Data Validation for names.
/// </summary>
public static class LargestDifference
{
    private const double Reach = 8;

    /// <summary>The distance.</summary>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var greatest = 0.0;
        for (var cell = 0; cell < reference.Length; cell++)
        {
            greatest = Math.Max(greatest, Math.Abs(((double)reference[cell] / n) - ((double)current[cell] / m)));
        }

        return Estimate.Of(greatest);
    }

    /// <summary>The distance to expect from samples of these sizes of the reference's distribution.</summary>
    public static Estimate NullMean(ReadOnlySpan<long> reference, long currentRows)
    {
        if (TwoSamples.Totals(reference, reference, out var n, out _) is not null || currentRows == 0)
        {
            return Estimate.Undefined("a sample is empty");
        }

        var deviations = new List<double>();
        foreach (var count in reference)
        {
            var p = (double)count / n;
            var deviation = Math.Sqrt(p * (1 - p) * ((1.0 / n) + (1.0 / currentRows)));
            if (deviation > 0)
            {
                deviations.Add(deviation);
            }
        }

        return Estimate.Of(deviations.Count == 0 ? 0 : GaussLegendreRule.Integrate(
            x => 1 - deviations.Aggregate(1.0, (product, deviation) => product * SpecialFunctions.Erf(x / deviation / Math.Sqrt(2))),
            0,
            Reach * deviations.Max(),
            128));
    }
}
