using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>Thresholds fitted to scores simulated without drift.</summary>
/// <param name="Threshold">The score that raises an alarm.</param>
/// <param name="ClearLevel">The score at or below which an alarm clears.</param>
/// <param name="Blocks">The blocks simulated.</param>
/// <param name="RelativeError">The standard error of the rate of false alarms, as a share of the budget.</param>
/// <param name="IsExtrapolated">Whether the threshold lies beyond what was simulated often enough.</param>
internal sealed record ThresholdFit(double Threshold, double ClearLevel, long Blocks, double RelativeError, bool IsExtrapolated)
{
    /// <summary>The simulated alarms from which the tail is fitted; with so many the rate is known to a tenth.</summary>
    private const int TailAlarms = 100;

    private const int FewestAlarms = 10;
    private const double HighestScore = 200;

    /// <summary>
    /// Fits both levels. The threshold is the score at which the whole rule (k of n, hysteresis) raises as many alarms per quiet block as the
    /// budget allows. A rarer budget is reached on an exponential tail of the alarms' peaks in units of −ln p: beyond a score u₁ exceeded by
    /// n₁ alarms, the rate falls as exp(−(u − u₁) / β) with β the mean excess.
    /// </summary>
    /// <param name="scores">The scores of each replicate, block by block.</param>
    /// <param name="options">Budget and rule.</param>
    /// <param name="tracks">The number of statistics whose maximum the score is.</param>
    public static ThresholdFit Of(double[][] scores, MonitorOptions options, int tracks)
    {
        var budget = options.Budget.PerBlock;
        var blocks = scores.Sum(replicate => (long)replicate.Length);
        var clear = Quantile(scores, options.ClearQuantile);
        var rule = new NullAlarms(scores, options, clear);
        var alarms = Math.Min(TailAlarms, (int)(rule.CountAt(Math.Max(clear, double.Epsilon)) / 2));
        if (alarms < FewestAlarms)
        {
            var union = FromTail(Math.Log(tracks / budget));
            return new(union, Math.Min(clear, union), blocks, 1, true);
        }

        var tail = rule.LevelOf((double)alarms / blocks);
        var (rate, excess) = (rule.RateAt(tail), rule.MeanExcess(tail));
        if (budget >= rate || excess <= 0)
        {
            var level = rule.LevelOf(budget);
            return new(level, Math.Min(clear, level), blocks, 1 / Math.Sqrt(budget * blocks), false);
        }

        var distance = Math.Log(rate / budget);
        var threshold = FromTail(Normal.MinusLogUpperTail(tail) + (excess * distance));
        return new(threshold, Math.Min(clear, threshold), blocks, Math.Sqrt((1 + (distance * distance)) / alarms), true);
    }

    /// <summary>Writes the fit.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteDouble(Threshold);
        writer.WriteDouble(ClearLevel);
        writer.WriteUnsigned((ulong)Blocks);
        writer.WriteDouble(RelativeError);
        writer.WriteBoolean(IsExtrapolated);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ThresholdFit Read(PayloadReader reader) =>
        new(reader.ReadDouble(), reader.ReadDouble(), (long)reader.ReadUnsigned(), reader.ReadDouble(), reader.ReadBoolean());

    private static double Quantile(double[][] scores, double share)
    {
        var sorted = scores.SelectMany(replicate => replicate).ToArray();
        Array.Sort(sorted);
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    /// <summary>The z whose upper tail is exp(−<paramref name="minusLog"/>).</summary>
    private static double FromTail(double minusLog) => Bisection.Falling(z => -Normal.MinusLogUpperTail(z), -minusLog, 0, HighestScore);
}
