namespace SynthMonitor.Drift.Monitoring;

/// <summary>One channel's evidence in one window, by the statistic with the greater z.</summary>
internal readonly record struct ChannelEvidence(double Z, int Statistic, double Value, ChiSquaredMatch Match, Effect Effect, int Scale)
{
    private static readonly string[] Names = ["g", "anderson-darling"];

    /// <summary>What the channel adds to the monitor's score: its z where its effect is worth an alarm and z is positive, else 0.</summary>
    public double Score => Scale > 0 && Effect.IsWorth ? Math.Max(0, Z) : 0;

    public static ChannelEvidence Of(
        Scan scan, Channel channel, int index, ReadOnlySpan<long> window, long rows, ReadOnlySpan<ChiSquaredMatch> matches, int scale)
    {
        var effect = scan.EffectOf(index, window);
        var (g, match) = (scan.G(index, window, rows), matches[index * Scan.Statistics]);
        if (channel.IsOrdered)
        {
            var (statistic, ordered) = (scan.AndersonDarlingOf(index, window), matches[(index * Scan.Statistics) + 1]);
            if (ordered.Z(statistic) > match.Z(g))
            {
                return new(ordered.Z(statistic), 1, statistic, ordered, effect, scale);
            }
        }

        return new(match.Z(g), 0, g, match, effect, scale);
    }

    /// <summary>The stronger of two: first by what it adds to the score, then by z.</summary>
    public ChannelEvidence Or(ChannelEvidence other) =>
        Scale == 0 || other.Score > Score || (other.Score == Score && other.Z > Z) ? other : this;

    public ChannelStep ToStep(string name) =>
        new(name, Z, Names[Statistic], Value, Match.PValue(Value), Effect.Name, Effect.Value, Effect.Floor, Scale);
}
