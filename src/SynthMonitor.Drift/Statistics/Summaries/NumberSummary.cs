using SynthMonitor.Drift.Statistics.Samples;

namespace SynthMonitor.Drift.Statistics.Summaries;

/// <summary>
/// What a column of numbers holds. Moments and quantiles are of the finite values alone. Cost: a sort.
/// </summary>
public sealed class NumberSummary
{
    private readonly double[] sorted;

    private NumberSummary(double[] sorted) => this.sorted = sorted;

    /// <summary>All rows.</summary>
    public int Count { get; private init; }

    /// <summary>Rows without a value.</summary>
    public int Missing { get; private init; }

    /// <summary>Rows whose value is not a number.</summary>
    public int NotANumber { get; private init; }

    /// <summary>Rows of +∞.</summary>
    public int PositiveInfinite { get; private init; }

    /// <summary>Rows of −∞.</summary>
    public int NegativeInfinite { get; private init; }

    /// <summary>Rows with a finite value.</summary>
    public int Finite => sorted.Length;

    /// <summary>Rows of zero, of either sign.</summary>
    public int Zeros => sorted.Count(value => value == 0);

    /// <summary>Rows with a finite value below zero.</summary>
    public int Negative => sorted.Count(value => value < 0);

    /// <summary>Different finite values; zeros of either sign are one.</summary>
    public int Distinct => sorted.Where((value, place) => place == 0 || value != sorted[place - 1]).Count();

    /// <summary>The smallest finite value.</summary>
    public Estimate Minimum => Defined(1, () => sorted[0]);

    /// <summary>The greatest finite value.</summary>
    public Estimate Maximum => Defined(1, () => sorted[^1]);

    /// <summary>The mean, summed without loss to cancellation, and without overflow.</summary>
    public Estimate Mean => Defined(1, () => ExactSum.Mean(sorted));

    /// <summary>The variance with divisor n − 1, in two passes; infinite where squares overflow.</summary>
    public Estimate Variance => Defined(2, () => PowerSum(2) / (sorted.Length - 1));

    /// <summary>The difference of the quartiles.</summary>
    public Estimate InterquartileRange => Defined(1, () => Quantiles.Linear(sorted, 0.75) - Quantiles.Linear(sorted, 0.25));

    /// <summary>The median distance from the median.</summary>
    public Estimate MedianDeviation => Defined(1, () =>
    {
        var median = Quantiles.Linear(sorted, 0.5);
        return Quantiles.Median([.. sorted.Select(value => Math.Abs(value - median))]);
    });

    /// <summary>The third standardised moment, <c>m₃ / m₂^1.5</c>, with divisor n.</summary>
    public Estimate Skewness => Standardised(3, 0);

    /// <summary>The fourth standardised moment less 3, <c>m₄ / m₂² − 3</c>, with divisor n.</summary>
    public Estimate ExcessKurtosis => Standardised(4, 3);

    /// <summary>Summarises values.</summary>
    /// <param name="values">The values; null is missing, NaN is not a number.</param>
    public static NumberSummary Of(IEnumerable<double?> values)
    {
        var rows = values.ToArray();
        double[] sorted = [.. rows.OfType<double>().Where(double.IsFinite).Order()];
        return new(sorted)
        {
            Count = rows.Length,
            Missing = rows.Count(value => value is null),
            NotANumber = rows.Count(value => value is double.NaN),
            PositiveInfinite = rows.Count(value => value is double.PositiveInfinity),
            NegativeInfinite = rows.Count(value => value is double.NegativeInfinity),
        };
    }

    /// <summary>A quantile, interpolated linearly between order statistics (Hyndman and Fan's type 7).</summary>
    /// <param name="share">0 … 1.</param>
    public Estimate Quantile(double share) => Defined(1, () => Quantiles.Linear(sorted, share));

    /// <summary>A quantile, median-unbiased whatever the law (Hyndman and Fan's type 8).</summary>
    /// <param name="share">0 … 1.</param>
    public Estimate MedianUnbiasedQuantile(double share) => Defined(1, () => Quantiles.MedianUnbiased(sorted, share));

    private Estimate Standardised(int power, double normal) => Defined(2, () =>
        (PowerSum(power) / sorted.Length / Math.Pow(PowerSum(2) / sorted.Length, power / 2.0)) - normal);

    private double PowerSum(int power)
    {
        var mean = ExactSum.Mean(sorted);
        return sorted.Sum(value => Math.Pow(value - mean, power));
    }

    private Estimate Defined(int fewest, Func<double> compute) =>
        Finite < fewest ? Estimate.Undefined($"there are fewer than {fewest} finite values")
        : compute() is var value && double.IsNaN(value) ? Estimate.Undefined("the values do not vary, or out of range")
        : Estimate.Of(value);
}
