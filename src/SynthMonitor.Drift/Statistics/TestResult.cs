namespace SynthMonitor.Drift.Statistics;

/// <summary>The outcome of a significance test.</summary>
/// <param name="Statistic">The test statistic.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom of its null distribution.</param>
/// <param name="PValue">The probability, without a difference, of a statistic at least as great.</param>
public readonly record struct TestResult(Estimate Statistic, int DegreesOfFreedom, Estimate PValue)
{
    /// <summary>A test that cannot be made.</summary>
    public static TestResult Undefined(string reason) => new(Estimate.Undefined(reason), 0, Estimate.Undefined(reason));
}
