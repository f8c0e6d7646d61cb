namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>Whole sums over the error levels of some rows.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Sum">The sum of their levels.</param>
/// <param name="Squares">The sum of the squares of their levels.</param>
internal readonly record struct ErrorSums(long Rows, long Sum, long Squares)
{
    /// <summary>The mean level.</summary>
    public double Mean => (double)Sum / Rows;

    /// <summary>The variance of the mean level.</summary>
    public double VarianceOfMean => (Squares - (double)Sum * Sum / Rows) / (Rows - 1) / Rows;

    /// <summary>The sums with one more row.</summary>
    public ErrorSums Plus(byte level) => new(Rows + 1, Sum + level, Squares + level * level);

    /// <summary>The sums without other rows that are among these.</summary>
    public ErrorSums Minus(ErrorSums other) => new(Rows - other.Rows, Sum - other.Sum, Squares - other.Squares);
}
