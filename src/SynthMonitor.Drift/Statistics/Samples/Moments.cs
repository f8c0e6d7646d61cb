namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>Mean and variance of a sample of finite numbers, in two passes.</summary>
/// <param name="Rows">The number of values.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Variance">The variance with divisor n − 1; infinite where squares overflow.</param>
internal readonly record struct Moments(int Rows, double Mean, double Variance)
{
    public static Moments Of(ReadOnlySpan<double> sample)
    {
        double rows = sample.Length, mean = PairwiseSum.Of(sample) / rows;
        var squares = new double[sample.Length];
        for (var row = 0; row < squares.Length; row++)
        {
            squares[row] = (sample[row] - mean) * (sample[row] - mean);
        }

        return new(sample.Length, mean, PairwiseSum.Of(squares) / rows * (rows / (rows - 1)));
    }
}
