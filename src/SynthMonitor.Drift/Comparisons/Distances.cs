using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>Distances between a column of both samples, on its pooled cells, or for numbers on those in order of value.</summary>
internal static class Distances
{
    /// <summary>A distance.</summary>
    /// <param name="distance">Which.</param>
    /// <param name="channel">The column.</param>
    /// <param name="reference">The reference's pooled counts.</param>
    /// <param name="current">The sample's pooled counts.</param>
    public static Estimate Of(ColumnTest distance, Channel channel, long[] reference, long[] current)
    {
        return distance switch
        {
            ColumnTest.PopulationStability => PopulationStabilityIndex.Compute(reference, current),
            ColumnTest.JensenShannon => JensenShannonDistance.Base2(reference, current),
            ColumnTest.KullbackLeibler => KullbackLeiblerDivergence.Compute(reference, current),
            ColumnTest.Hellinger => HellingerDistance.Compute(reference, current),
            ColumnTest.TotalVariation => TotalVariationDistance.Compute(reference, current),
            ColumnTest.LargestDifference => LargestDifference.Compute(reference, current),
            _ when channel.Values.IsEmpty || channel.Deviation == 0 => Estimate.Undefined("the reference's values do not vary"),
            ColumnTest.Wasserstein => WassersteinDistance.Compute(Ordered(reference), Ordered(current), Scaled(channel)),
            ColumnTest.Energy => EnergyDistance.Compute(Ordered(reference), Ordered(current), channel.Values.AsSpan()),
            _ => throw new ArgumentOutOfRangeException(nameof(distance), distance, "no distance"),
        };

        static ReadOnlySpan<long> Ordered(long[] cells) => cells.AsSpan(Channel.Unordered);
    }

    private static double[] Scaled(Channel channel) => [.. channel.Values.Select(value => value / channel.Deviation)];
}
