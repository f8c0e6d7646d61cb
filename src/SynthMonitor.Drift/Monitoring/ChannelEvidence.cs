namespace SynthMonitor.Drift.Monitoring;

/// <summary>One channel's evidence in one window, by the statistic with the greatest z.</summary>
internal readonly record struct ChannelEvidence(double Z, int Statistic, double Value, ChiSquaredMatch Match, Effect Effect, int Scale)
{
    /// <summary>What the channel adds to the monitor's score: its z where its effect is worth an alarm and z is positive, else 0.</summary>
    public double Score => Scale > 0 && Effect.IsWorth ? Math.Max(0, Z) : 0;

    public static ChannelEvidence Of(
        Scan scan, int index, ReadOnlySpan<long> window, long rows, ReadOnlySpan<ChiSquaredMatch> matches, int scale)
    {
        var best = new ChannelEvidence(double.NegativeInfinity, 0, 0, default, scan.EffectOf(index, window), scale);
        for (var statistic = 0; statistic < Scan.Statistics; statistic++)
        {
            var match = matches[(index * Scan.Statistics) + statistic];
            if (scan.Of(statistic, index, window, rows) is { } value && match.Z(value) > best.Z)
            {
                best = best with { Z = match.Z(value), Statistic = statistic, Value = value, Match = match };
            }
        }

        return best;
    }

    /// <summary>The stronger of two: first by what it adds to the score, then by z.</summary>
    public ChannelEvidence Or(ChannelEvidence other) =>
        Scale == 0 || other.Score > Score || (other.Score == Score && other.Z > Z) ? other : this;

    public ChannelStep ToStep(string name) =>
        new(name, Z, Scan.Names[Statistic], Value, Match.PValue(Value), Effect.Name, Effect.Value, Effect.Floor, Scale);
}
