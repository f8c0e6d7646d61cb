namespace SynthMonitor.Drift.Statistics;

/// <summary>The outcome of a significance test.</summary>
/// <param name="Statistic">The test statistic.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom of its null distribution; 0 where that has none.</param>
/// <param name="PValue">The probability, without a difference, of a statistic at least as extreme.</param>
public readonly record struct TestResult(Estimate Statistic, double DegreesOfFreedom, Estimate PValue)
{
    /// <summary>A test that cannot be made.</summary>
    public static TestResult Undefined(string reason) => new(Estimate.Undefined(reason), 0, Estimate.Undefined(reason));

    /// <summary>A test whose null distribution has no degrees of freedom.</summary>
    internal static TestResult Of(double statistic, double pValue) => Of(statistic, 0, pValue);

    /// <summary>A test with a p-value.</summary>
    internal static TestResult Of(double statistic, double degreesOfFreedom, double pValue) =>
        new(Estimate.Of(statistic), degreesOfFreedom, Estimate.Of(pValue));
}
