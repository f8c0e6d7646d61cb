using System.Collections.Immutable;
using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// Compares one window after another with one reference, channel by channel: by G on all cells and, where cells are in order of value, by
/// Anderson–Darling, which finds small shifts of location and scale much sooner. Cost: two table look-ups and a division per cell.
/// </summary>
internal sealed class Scan
{
    /// <summary>The statistics of a channel; the second is not computed for names.</summary>
    public const int Statistics = 2;

    private readonly ImmutableArray<Channel> channels;
    private readonly long[] reference;
    private readonly long[] rows;
    private readonly double[] entropies;
    private readonly long[] orderedRows;

    public Scan(ChannelSet set, long[] reference)
    {
        channels = set.Channels;
        this.reference = reference;
        rows = new long[channels.Length];
        entropies = new double[channels.Length];
        orderedRows = new long[channels.Length];
        for (var index = 0; index < channels.Length; index++)
        {
            rows[index] = Sum(channels[index].Of(reference));
            foreach (var count in channels[index].Of(reference))
            {
                entropies[index] += EntropyTable.Of(count);
            }

            orderedRows[index] = channels[index].IsOrdered ? Sum(channels[index].Of(reference)[Channel.Unordered..]) : 0;
        }
    }

    /// <summary>The greatest z among the channels whose effect is worth an alarm, or <paramref name="atLeast"/> where that is greater.</summary>
    public double Score(ReadOnlySpan<long> window, long windowRows, ReadOnlySpan<ChiSquaredMatch> matches, double atLeast)
    {
        for (var index = 0; index < channels.Length; index++)
        {
            var z = matches[index * Statistics].Z(G(index, window, windowRows));
            if (channels[index].IsOrdered)
            {
                z = Math.Max(z, matches[(index * Statistics) + 1].Z(AndersonDarlingOf(index, window)));
            }

            if (z > atLeast && EffectOf(index, window).IsWorth)
            {
                atLeast = z;
            }
        }

        return atLeast;
    }

    /// <summary>The likelihood-ratio statistic of a channel.</summary>
    public double G(int index, ReadOnlySpan<long> window, long windowRows)
    {
        var expected = channels[index].Of(reference);
        var observed = channels[index].Of(window);
        var sum = entropies[index];
        for (var cell = 0; cell < observed.Length; cell++)
        {
            var count = observed[cell];
            if (count != 0)
            {
                sum += EntropyTable.Of(count) - EntropyTable.Of(expected[cell] + count) + EntropyTable.Of(expected[cell]);
            }
        }

        sum += EntropyTable.Of(rows[index] + windowRows) - EntropyTable.Of(rows[index]) - EntropyTable.Of(windowRows) - entropies[index];
        return Math.Max(0, 2 * sum);
    }

    /// <summary>The Anderson–Darling statistic of an ordered channel; 0 where no value of the window or the reference is in order.</summary>
    public double AndersonDarlingOf(int index, ReadOnlySpan<long> window)
    {
        var expected = channels[index].Of(reference)[Channel.Unordered..];
        var observed = channels[index].Of(window)[Channel.Unordered..];
        var ordered = Sum(observed);
        return ordered == 0 || orderedRows[index] == 0 ? 0 : AndersonDarling.Compute(expected, observed, orderedRows[index], ordered);
    }

    /// <summary>How much a channel moved.</summary>
    public Effect EffectOf(int index, ReadOnlySpan<long> window) => Effect.Of(channels[index], channels[index].Of(reference), channels[index].Of(window));

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
