namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>The place of numbers among those of a sample.</summary>
public sealed class Ranks
{
    private readonly double[] sorted;

    /// <summary>Learns the order of a sample; values that are missing or not a number stay out.</summary>
    public Ranks(ReadOnlySpan<double> sample)
    {
        sorted = sample.ToArray().Where(value => !double.IsNaN(value)).ToArray();
        Array.Sort(sorted);
    }

    /// <summary>
    /// The share of the sample below a value and half of what equals it, in [0, 1]; ½ for a value that is missing or not a number, and
    /// where the sample is empty.
    /// </summary>
    public double Of(double value) => double.IsNaN(value) || sorted.Length == 0
        ? 0.5
        : (Count(value, orEqual: false) + Count(value, orEqual: true)) / (2.0 * sorted.Length);

    private int Count(double value, bool orEqual)
    {
        var low = 0;
        var high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = sorted[middle] < value || (orEqual && sorted[middle] == value) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
