namespace SynthMonitor.Data.Codes;

/// <summary>A finite number and how often it occurs.</summary>
internal readonly record struct ValueRun(double Value, long Count)
{
    /// <summary>The distinct finite values, rising, with their counts; both zeros are one value.</summary>
    public static List<ValueRun> Sorted(ReadOnlySpan<double> values)
    {
        var finite = new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                finite[count++] = value + 0.0;
            }
        }

        var sorted = finite.AsSpan(0, count);
        sorted.Sort();
        var runs = new List<ValueRun>();
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            runs.Add(new ValueRun(sorted[start], end - start));
            start = end;
        }

        return runs;
    }
}
