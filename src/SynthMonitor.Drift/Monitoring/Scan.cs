using System.Collections.Immutable;
using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// Compares one window after another with one reference, channel by channel: by G on all cells; where cells are in order of value by
/// Anderson–Darling, which finds small shifts of location and scale much sooner; and by G on the guard cells alone (missing, not a number,
/// out of range, unseen, and all others together), in which a fault of quality is not one of many cells. Cost: two table look-ups and a
/// division per cell.
/// </summary>
internal sealed class Scan
{
    /// <summary>The statistics of a channel, by number; the second is not computed for names.</summary>
    public const int Statistics = 3;

    private const int Likelihood = 0;
    private const int Order = 1;

    private readonly ImmutableArray<Channel> channels;
    private readonly long[] reference;
    private readonly long[] rows;
    private readonly long[] orderedRows;

    public Scan(ChannelSet set, long[] reference)
    {
        channels = set.Channels;
        this.reference = reference;
        rows = new long[channels.Length];
        orderedRows = new long[channels.Length];
        for (var index = 0; index < channels.Length; index++)
        {
            rows[index] = Sum(channels[index].Of(reference));
            orderedRows[index] = channels[index].IsOrdered ? Sum(channels[index].Of(reference)[Channel.Unordered..]) : 0;
        }
    }

    /// <summary>What the statistics are called.</summary>
    public static ImmutableArray<string> Names { get; } = ["g", "anderson-darling", "guards"];

    /// <summary>The greatest z among the channels whose effect is worth an alarm, or <paramref name="atLeast"/> where that is greater.</summary>
    public double Score(ReadOnlySpan<long> window, long windowRows, ReadOnlySpan<ChiSquaredMatch> matches, double atLeast)
    {
        for (var index = 0; index < channels.Length; index++)
        {
            var greatest = atLeast;
            for (var statistic = 0; statistic < Statistics; statistic++)
            {
                if (Of(statistic, index, window, windowRows) is { } value)
                {
                    greatest = Math.Max(greatest, matches[(index * Statistics) + statistic].Z(value));
                }
            }

            if (greatest > atLeast && EffectOf(index, window).IsWorth)
            {
                atLeast = greatest;
            }
        }

        return atLeast;
    }

    /// <summary>A statistic of a channel, at least 0; null where it is not computed for channels of this kind.</summary>
    public double? Of(int statistic, int index, ReadOnlySpan<long> window, long windowRows) => statistic switch
    {
        Likelihood => G(index, window, windowRows),
        Order => channels[index].IsOrdered ? AndersonDarlingOf(index, window) : null,
        _ => Guards(index, window, windowRows),
    };

    /// <summary>How much a channel moved.</summary>
    public Effect EffectOf(int index, ReadOnlySpan<long> window) => Effect.Of(channels[index], channels[index].Of(reference), channels[index].Of(window));

    private double G(int index, ReadOnlySpan<long> window, long windowRows)
    {
        var expected = channels[index].Of(reference);
        var observed = channels[index].Of(window);
        var sum = 0.0;
        for (var cell = 0; cell < observed.Length; cell++)
        {
            if (observed[cell] != 0)
            {
                sum += Cell(expected[cell], observed[cell]);
            }
        }

        return Math.Max(0, 2 * (sum - Cell(rows[index], windowRows)));
    }

    private double Guards(int index, ReadOnlySpan<long> window, long windowRows)
    {
        var expected = channels[index].Of(reference);
        var observed = channels[index].Of(window);
        var (sum, left, leftWindow) = (0.0, rows[index], windowRows);
        foreach (var cell in channels[index].Guards)
        {
            sum += Cell(expected[cell], observed[cell]);
            left -= expected[cell];
            leftWindow -= observed[cell];
        }

        return Math.Max(0, 2 * (sum + Cell(left, leftWindow) - Cell(rows[index], windowRows)));
    }

    private static double Cell(long expected, long observed) =>
        EntropyTable.Of(observed) - EntropyTable.Of(expected + observed) + EntropyTable.Of(expected);

    /// <summary>The Anderson–Darling statistic of an ordered channel; 0 where no value of the window or the reference is in order.</summary>
    private double AndersonDarlingOf(int index, ReadOnlySpan<long> window)
    {
        var expected = channels[index].Of(reference)[Channel.Unordered..];
        var observed = channels[index].Of(window)[Channel.Unordered..];
        var ordered = Sum(observed);
        return ordered == 0 || orderedRows[index] == 0 ? 0 : AndersonDarling.Compute(expected, observed, orderedRows[index], ordered);
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
