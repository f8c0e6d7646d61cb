namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Two samples of numbers as counts at their distinct values, in order: all that statistics on ranks and on distribution functions need, ties
/// and all. Negative zero is zero. Cost: a sort of each sample.
/// </summary>
internal sealed class PooledSamples
{
    private PooledSamples(double[] values, int[] first, int[] second, int firstRows, int secondRows) =>
        (Values, First, Second, FirstRows, SecondRows) = (values, first, second, firstRows, secondRows);

    /// <summary>The distinct values, rising.</summary>
    public double[] Values { get; }

    /// <summary>How often each is in the first sample.</summary>
    public int[] First { get; }

    /// <summary>How often each is in the second sample.</summary>
    public int[] Second { get; }

    public int FirstRows { get; }

    public int SecondRows { get; }

    public int Rows => FirstRows + SecondRows;

    public bool HasTies => Values.Length < Rows;

    /// <summary>Whether infinite values occur.</summary>
    public bool HasInfinities => double.IsInfinity(Values[0]) || double.IsInfinity(Values[^1]);

    /// <summary><c>Σ (t³ − t)</c> over the numbers t of equal values.</summary>
    public double TieTerm()
    {
        var sum = 0.0;
        for (var i = 0; i < Values.Length; i++)
        {
            double ties = First[i] + Second[i];
            sum += (ties * ties * ties) - ties;
        }

        return sum;
    }

    /// <summary>The mean rank of the values at a place, given how many values lie below.</summary>
    public double MidRank(int place, long below) => below + ((First[place] + Second[place] + 1) / 2.0);

    /// <summary>Pools two samples.</summary>
    /// <returns>Null, and why, where one is too small or holds what is not a number.</returns>
    public static PooledSamples? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, out string? reason, int fewest = 1)
    {
        reason = SampleCheck.Fault(first, fewest) ?? SampleCheck.Fault(second, fewest);
        if (reason is not null)
        {
            return null;
        }

        double[] a = [.. first], b = [.. second];
        Array.Sort(a);
        Array.Sort(b);
        var (values, counts, others) = (new double[a.Length + b.Length], new int[a.Length + b.Length], new int[a.Length + b.Length]);
        var (i, j, distinct) = (0, 0, 0);
        for (; i < a.Length || j < b.Length; distinct++)
        {
            var value = j == b.Length || (i < a.Length && a[i] <= b[j]) ? a[i] : b[j];
            values[distinct] = value;
            counts[distinct] = Skip(a, ref i, value);
            others[distinct] = Skip(b, ref j, value);
        }

        return new(values[..distinct], counts[..distinct], others[..distinct], a.Length, b.Length);
    }

    private static int Skip(double[] sorted, ref int next, double value)
    {
        var start = next;
        while (next < sorted.Length && sorted[next] == value)
        {
            next++;
        }

        return next - start;
    }
}
