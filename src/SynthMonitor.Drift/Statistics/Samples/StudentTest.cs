using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Test of equal means: <c>t = (x̄ − ȳ) / s</c>. Welch's form, <c>s² = s_x²/n + s_y²/m</c> with Satterthwaite's degrees of freedom, holds for
/// unequal variances too; Student's pools them. Assumes independent rows and means that are nearly normal. Range (−∞, ∞). Cost: two passes.
/// Source: Welch 1947; equal to scipy.stats.ttest_ind.
/// </summary>
public static class StudentTest
{
    /// <summary>Welch's test, which does not assume equal variances.</summary>
    /// <param name="first">At least 2 finite values.</param>
    /// <param name="second">Another such sample.</param>
    /// <param name="alternative">Whether the first mean may be less, greater, or either.</param>
    /// <returns>Undefined where both samples are constant and equal. Infinite where they are constant and differ.</returns>
    public static TestResult Welch(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Alternative alternative = Alternative.TwoSided)
    {
        if ((SampleCheck.FiniteFault(first, 2) ?? SampleCheck.FiniteFault(second, 2)) is { } reason)
        {
            return TestResult.Undefined(reason);
        }

        var (x, y) = (Moments.Of(first), Moments.Of(second));
        var (a, b) = (x.Variance / x.Rows, y.Variance / y.Rows);
        var freedom = (a + b) * (a + b) / ((a * a / (x.Rows - 1)) + (b * b / (y.Rows - 1)));
        return Judge(x.Mean - y.Mean, a + b, double.IsNaN(freedom) ? 1 : freedom, alternative);
    }

    /// <summary>Student's test, which assumes equal variances; one of the samples may be a single value.</summary>
    public static TestResult Pooled(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Alternative alternative = Alternative.TwoSided)
    {
        if ((SampleCheck.FiniteFault(first, 1) ?? SampleCheck.FiniteFault(second, 1)) is { } reason)
        {
            return TestResult.Undefined(reason);
        }

        var (x, y) = (Moments.Of(first), Moments.Of(second));
        var freedom = x.Rows + y.Rows - 2;
        if (freedom == 0)
        {
            return TestResult.Undefined("both samples are single values");
        }

        var pooled = ((x.Rows > 1 ? (x.Rows - 1) * x.Variance : 0) + (y.Rows > 1 ? (y.Rows - 1) * y.Variance : 0)) / freedom;
        return Judge(x.Mean - y.Mean, pooled * ((1.0 / x.Rows) + (1.0 / y.Rows)), freedom, alternative);
    }

    private static TestResult Judge(double difference, double squaredError, double freedom, Alternative alternative)
    {
        var t = difference / Math.Sqrt(squaredError);
        return double.IsNaN(t)
            ? TestResult.Undefined("the samples have no variance")
            : TestResult.Of(t, freedom, StudentT.PValue(t, freedom, alternative));
    }
}
