using System.Collections.Immutable;
using SynthMonitor.Data.Codes;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>Which columns moved, by how much, and where in their range. Descriptive: the alarm is a verdict about all columns together.</summary>
internal static class Attribution
{
    /// <summary>The columns that moved.</summary>
    /// <param name="set">The channels.</param>
    /// <param name="codebook">Describes cells.</param>
    /// <param name="scan">The reference to compare with.</param>
    /// <param name="matches">The matched distributions for a window of this size.</param>
    /// <param name="reference">The reference's flat vector.</param>
    /// <param name="window">The flat vector of the rows since the onset.</param>
    /// <param name="rows">The number of those rows.</param>
    /// <param name="level">The z from which a column counts as moved; the foremost one always does.</param>
    public static ImmutableArray<ColumnShare> Of(
        ChannelSet set, Codebook codebook, Scan scan, ChiSquaredMatch[] matches, long[] reference, long[] window, long rows, double level)
    {
        var evidence = new List<(int Index, double Z, double Excess)>();
        for (var index = 0; index < set.Channels.Length; index++)
        {
            var (z, excess) = (double.NegativeInfinity, 0.0);
            for (var statistic = 0; statistic < Scan.Statistics; statistic++)
            {
                if (scan.Of(statistic, index, window, rows) is { } value)
                {
                    var match = matches[(index * Scan.Statistics) + statistic];
                    (z, excess) = (Math.Max(z, match.Z(value)), Math.Max(excess, match.Excess(value)));
                }
            }

            evidence.Add((index, z, excess));
        }

        var foremost = evidence.Max(channel => channel.Z);
        var moved = evidence
            .Where(channel => channel.Z >= Math.Min(level, foremost) && channel.Excess > 0)
            .OrderByDescending(channel => channel.Excess)
            .ToArray();
        var total = moved.Sum(channel => channel.Excess);
        return [.. moved.Select(channel => ShareOf(channel.Index, channel.Excess / total))];

        ColumnShare ShareOf(int index, double share)
        {
            var channel = set.Channels[index];
            var effect = scan.EffectOf(index, window);
            var ranges = MovedRanges.Of(channel, codebook.Columns[channel.Column], channel.Of(reference), channel.Of(window));
            return new(channel.Name, share, effect.Name, effect.Value, ranges);
        }
    }
}
