using System.Collections.Immutable;
using SynthMonitor.Drift.References;
using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// What a monitor can find at its budget, on its reference. A change is put into a window as its expected counts; what that adds to a
/// statistic's mean without drift is compared with the threshold. Where both are equal the change is found about half the time. Columns of
/// numbers are taken as a monotone function of a normal one, so that cells say how their shares move with its mean or scale.
/// </summary>
public static class Sensitivity
{
    private const int FewestCells = 8;
    private const double GreatestMean = 4;
    private const double GreatestScale = 10;

    /// <summary>The cell of new names in a channel of names, see <see cref="Channel"/>.</summary>
    private const int UnseenCell = 1;

    /// <summary>Expected counts are no whole numbers; a multiple of them nearly is, and the statistics grow in proportion.</summary>
    private const int Magnification = 1 << 10;

    /// <summary>The smallest shift of the mean, of the scale, and the smallest share of new names, in this order.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="calibration">Made on it.</param>
    public static ImmutableArray<SmallestShift> Of(Reference reference, Calibration calibration)
    {
        var set = new ChannelSet(reference, calibration.Options);
        var counts = set.Flatten(reference);
        var scan = new Scan(set, [.. counts.Select(count => count * Magnification)]);
        var numbers = Positions(channel => channel.IsOrdered && !channel.IsDerived && channel.Cells - channel.Guards.Length >= FewestCells);
        var names = Positions(channel => !channel.IsOrdered);

        // The W1 of a normal column whose scale changes is |s − 1| E|X|.
        return
        [
            Median("mean", numbers, GreatestMean, channel => channel.NumberFloor, (shares, size) => Moved(shares, z => z - size)),
            Median(
                "scale",
                numbers,
                GreatestScale,
                channel => 1 + (channel.NumberFloor * Math.Sqrt(Math.PI / 2)),
                (shares, size) => Moved(shares, z => z / size)),
            Median("unseen", names, 1, channel => channel.NameFloor, WithUnseen),
        ];

        int[] Positions(Func<Channel, bool> isWanted) => [.. Enumerable.Range(0, set.Channels.Length).Where(index => isWanted(set.Channels[index]))];

        SmallestShift Median(string kind, int[] indices, double greatest, Func<Channel, double> least, Func<double[], double, double[]> change)
        {
            if (indices.Length == 0)
            {
                return new(kind, Estimate.Undefined("no column can change so"), 0);
            }

            var found = indices.Select(index => Smallest(index, least(set.Channels[index]), greatest, change)).OrderBy(one => one.Size).ToArray();
            var (size, blocks) = found[(found.Length - 1) / 2];
            return double.IsPositiveInfinity(size)
                ? new(kind, Estimate.Undefined($"not found up to {greatest}"), 0)
                : new(kind, Estimate.Of(size), blocks);
        }

        (double Size, int Blocks) Smallest(int index, double least, double greatest, Func<double[], double, double[]> change)
        {
            var channel = set.Channels[index];
            var shares = Shares(channel.Of(counts));
            var size = Bisection.Falling(size => -Best(change(shares, size)).Z, -calibration.Threshold, least, greatest);
            var best = Best(change(shares, size));
            return best.Z >= calibration.Threshold ? (size, best.Blocks) : (double.PositiveInfinity, 0);

            (double Z, int Blocks) Best(double[] moved)
            {
                var window = new long[set.Cells];
                return calibration.Options.Scales(reference.Rows).Select(blocks =>
                {
                    var rows = (long)blocks * calibration.Options.RowsPerBlock * Magnification;
                    for (var cell = 0; cell < moved.Length; cell++)
                    {
                        window[channel.Offset + cell] = (long)Math.Round(moved[cell] * rows);
                    }

                    var matches = calibration.Nulls.MatchesFor(rows / Magnification);
                    return (Enumerable.Range(0, Scan.Statistics).Max(statistic => Z(matches, statistic, window, rows)), blocks);
                }).MaxBy(one => one.Item1);
            }

            double Z(ChiSquaredMatch[] matches, int statistic, long[] window, long rows)
            {
                var match = matches[(index * Scan.Statistics) + statistic];
                return scan.Of(statistic, index, window, rows) is { } value ? match.Z(match.Mean + (value / Magnification)) : 0;
            }
        }
    }

    private static double[] Shares(ReadOnlySpan<long> counts)
    {
        var shares = new double[counts.Length];
        var rows = 0.0;
        foreach (var count in counts)
        {
            rows += count;
        }

        for (var cell = 0; cell < shares.Length; cell++)
        {
            shares[cell] = counts[cell] / rows;
        }

        return shares;
    }

    /// <summary>The shares after the bounds of the cells in order, as normal scores, have moved.</summary>
    private static double[] Moved(double[] shares, Func<double, double> bound)
    {
        double[] moved = [.. shares];
        var all = shares[Channel.Unordered..].Sum();
        var (below, last) = (0.0, 0.0);
        for (var cell = Channel.Unordered; cell < shares.Length; cell++)
        {
            below += shares[cell] / all;
            var next = below <= 0 ? 0 : below >= 1 - 1e-12 ? 1 : 1 - Normal.UpperTail(bound(Normal.Quantile(below)));
            (moved[cell], last) = ((next - last) * all, next);
        }

        return moved;
    }

    private static double[] WithUnseen(double[] shares, double size)
    {
        double[] moved = [.. shares.Select(share => share * (1 - size))];
        moved[UnseenCell] += size;
        return moved;
    }
}
