namespace SynthMonitor.Drift.Detectors;

/// <summary>
/// The exact two-sample test of Kolmogorov and Smirnov for samples of one size n, where it has a closed form (Gnedenko and Korolyuk 1951):
/// <c>P(nD ≥ h) = 2 Σ_{j≥1} (−1)^{j−1} C(2n, n − jh) / C(2n, n)</c>. Ties make it conservative.
/// </summary>
public static class EqualSizeKolmogorovSmirnov
{
    /// <summary>The p-values of the distances 0, 1/n, 2/n … 1.</summary>
    /// <param name="size">The size n of either sample, at least 1.</param>
    public static double[] PValues(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var pValues = new double[size + 1];
        pValues[0] = 1;
        for (var steps = 1; steps <= size; steps++)
        {
            pValues[steps] = Math.Clamp(2 * Alternating(size, steps), 0, 1);
        }

        return pValues;
    }

    /// <summary>n times the greatest distance between the two distribution functions; sorts both samples.</summary>
    /// <param name="first">A sample without NaN.</param>
    /// <param name="second">A sample of the same size, without NaN.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static int Steps(Span<double> first, Span<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException("samples of different sizes", nameof(second));
        }

        first.Sort();
        second.Sort();
        var (left, right, greatest) = (0, 0, 0);
        while (left < first.Length && right < second.Length)
        {
            var value = Math.Min(first[left], second[right]);
            left += CountOf(value, first[left..]);
            right += CountOf(value, second[right..]);
            greatest = Math.Max(greatest, Math.Abs(left - right));
        }

        return greatest;
    }

    private static int CountOf(double value, ReadOnlySpan<double> sorted)
    {
        var count = 0;
        while (count < sorted.Length && sorted[count] == value)
        {
            count++;
        }

        return count;
    }

    /// <summary>The sum by Horner's scheme, from its smallest term: all ratios lie in 0 … 1 and nothing overflows.</summary>
    private static double Alternating(int size, int steps)
    {
        var sum = 0.0;
        for (var j = size / steps; j >= 1; j--)
        {
            sum = Ratio(size, (j - 1) * steps, j * steps) * (1 - sum);
        }

        return sum;
    }

    /// <summary><c>C(2n, n − to) / C(2n, n − from)</c>.</summary>
    private static double Ratio(int size, int from, int to)
    {
        var ratio = 1.0;
        for (var i = from + 1; i <= to; i++)
        {
            ratio *= (double)(size - i + 1) / (size + i);
        }

        return ratio;
    }
}
