namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Sums by halves: the rounding error grows with the logarithm of the number of values, not with the number. Blocks, and the order within
/// them, are those of NumPy, so that means of values far from 0 round as they do there.
/// </summary>
internal static class PairwiseSum
{
    private const int Block = 128;
    private const int Lanes = 8;

    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.Length > Block)
        {
            var half = values.Length / 2;
            half -= half % Lanes;
            return Of(values[..half]) + Of(values[half..]);
        }

        var whole = values.Length - (values.Length % Lanes);
        var sum = whole == 0 ? 0 : OfLanes(values[..whole]);
        foreach (var value in values[whole..])
        {
            sum += value;
        }

        return sum;
    }

    private static double OfLanes(ReadOnlySpan<double> values)
    {
        Span<double> lanes = stackalloc double[Lanes];
        values[..Lanes].CopyTo(lanes);
        for (var start = Lanes; start < values.Length; start += Lanes)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                lanes[lane] += values[start + lane];
            }
        }

        return lanes[0] + lanes[1] + (lanes[2] + lanes[3]) + (lanes[4] + lanes[5] + (lanes[6] + lanes[7]));
    }
}
