namespace SynthMonitor.Drift.Performance;

/// <summary>Errors among outcomes.</summary>
internal readonly record struct ErrorCount(long Errors, long Rows)
{
    public double Rate => Rows == 0 ? 0 : (double)Errors / Rows;

    public static ErrorCount operator +(ErrorCount left, ErrorCount right) => new(left.Errors + right.Errors, left.Rows + right.Rows);

    public static ErrorCount operator -(ErrorCount left, ErrorCount right) => new(left.Errors - right.Errors, left.Rows - right.Rows);

    /// <summary>The greatest log-likelihood that a Bernoulli rate gives these outcomes.</summary>
    public double LogLikelihood => Term(Errors) + Term(Rows - Errors);

    private double Term(long count) => count == 0 ? 0 : count * Math.Log((double)count / Rows);
}
