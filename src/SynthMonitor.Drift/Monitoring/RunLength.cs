using System.Numerics;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// How many consecutive reference rows have to be drawn together, so that what is drawn depends on itself as the stream does. 1 where no
/// channel is autocorrelated; else eight times the greatest lag at which one is (resampling runs of ℓ rows loses about lag / ℓ of the
/// variance that dependence adds), at most a quarter of the reference, as long as its longest window.
/// </summary>
internal static class RunLength
{
    private const int LongestLag = 512;
    private const int RunsPerLag = 8;
    private const int FewestRuns = 4;
    private const int RowsPerLag = 20;

    /// <summary>The run length for the cells of each channel.</summary>
    public static int Of(byte[][] cells, int rows)
    {
        var longest = Math.Min(LongestLag, rows / RowsPerLag);
        var limit = Math.Sqrt(2 * Math.Log(Math.Max(2.0, (double)cells.Length * longest * 100)) / rows);
        var lag = cells.Select(channel => GreatestLag(channel, longest, limit)).DefaultIfEmpty(0).Max();
        return lag == 0 ? 1 : Math.Clamp(lag * RunsPerLag, 1, Math.Max(1, rows / FewestRuns));
    }

    private static int GreatestLag(byte[] cells, int longest, double limit)
    {
        var mean = cells.Average(cell => (double)cell);
        var centred = cells.Select(cell => (float)(cell - mean)).ToArray();
        var variance = Product(centred, centred);
        if (variance == 0)
        {
            return 0;
        }

        for (var lag = longest; lag > 0; lag--)
        {
            if (Math.Abs(Product(centred.AsSpan(lag), centred.AsSpan(0, centred.Length - lag))) > limit * variance)
            {
                return lag;
            }
        }

        return 0;
    }

    private static double Product(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var width = Vector<float>.Count;
        var sum = 0.0;
        var i = 0;
        for (; i <= left.Length - width; i += width)
        {
            sum += Vector.Dot(new Vector<float>(left[i..]), new Vector<float>(right[i..]));
        }

        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
