namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>How the errors in a slice compare with those of all other rows.</summary>
/// <param name="Share">The slice's share of the rows.</param>
/// <param name="Mean">The mean error in the slice.</param>
/// <param name="MeanElsewhere">The mean error of all other rows.</param>
/// <param name="Z">Their difference over its standard error (Welch 1947); NaN where it is undefined because there are too few rows.</param>
internal sealed record SliceError(double Share, double Mean, double MeanElsewhere, double Z)
{
    /// <summary>Compares a slice with all rows, it among them.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="all">All rows.</param>
    /// <param name="levels">The level of an error of 1.</param>
    public static SliceError Of(ErrorSums slice, ErrorSums all, int levels)
    {
        var rest = all.Minus(slice);
        var isDefined = slice.Rows > 1 && rest.Rows > 1;
        var spread = isDefined ? Math.Sqrt(slice.VarianceOfMean + rest.VarianceOfMean) : double.NaN;
        return new SliceError((double)slice.Rows / all.Rows, slice.Mean / levels, rest.Mean / levels, (slice.Mean - rest.Mean) / spread);
    }
}
