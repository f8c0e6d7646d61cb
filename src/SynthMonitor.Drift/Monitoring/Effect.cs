using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// How much a channel moved, with the part that chance alone would show taken off: <c>√(d² − d₀²)</c>, where d₀ is the distance to expect
/// from samples of these sizes without drift.
/// </summary>
/// <param name="Name"><c>w1/sigma</c> or <c>tv</c>.</param>
/// <param name="Value">The distance. At least 0.</param>
/// <param name="Floor">The smallest value worth an alarm.</param>
public readonly record struct Effect(string Name, double Value, double Floor)
{
    /// <summary>First Wasserstein distance in standard deviations of the reference.</summary>
    public const string Wasserstein = "w1/sigma";

    /// <summary>Total variation distance.</summary>
    public const string TotalVariation = "tv";

    /// <summary>Whether the movement is worth an alarm.</summary>
    public bool IsWorth => Value >= Floor;

    /// <summary>
    /// The effect in a channel. In one of numbers, the greater (in units of its floor) of the Wasserstein distance between the values and
    /// the total variation distance between the guard cells and the rest.
    /// </summary>
    internal static Effect Of(Channel channel, ReadOnlySpan<long> reference, ReadOnlySpan<long> window)
    {
        if (!channel.IsOrdered)
        {
            return TotalVariationOf(reference, window, channel.NameFloor);
        }

        var guards = GuardsOf(reference, window, channel.NameFloor);
        if (channel.Values.IsEmpty || channel.Deviation == 0)
        {
            return guards;
        }

        var ordered = reference[Channel.Unordered..];
        var orderedWindow = window[Channel.Unordered..];
        var values = channel.Values.AsSpan();
        var rows = Sum(orderedWindow);
        var distance = WassersteinDistance.Compute(ordered, orderedWindow, values).Value ?? 0;
        var chance = WassersteinDistance.NullMean(ordered, rows, values).Value ?? 0;
        var shift = new Effect(Wasserstein, Unbiased(distance, chance) / channel.Deviation, channel.NumberFloor);
        return guards.Value * shift.Floor > shift.Value * guards.Floor ? guards : shift;
    }

    private static Effect GuardsOf(ReadOnlySpan<long> reference, ReadOnlySpan<long> window, double floor)
    {
        Span<long> guards = [reference[0], reference[1], reference[2], reference[^1], Sum(reference[3..^1])];
        Span<long> guardsWindow = [window[0], window[1], window[2], window[^1], Sum(window[3..^1])];
        return TotalVariationOf(guards, guardsWindow, floor);
    }

    private static Effect TotalVariationOf(ReadOnlySpan<long> reference, ReadOnlySpan<long> window, double floor)
    {
        var distance = TotalVariationDistance.Compute(reference, window).Value ?? 0;
        var chance = TotalVariationDistance.NullMean(reference, Sum(window)).Value ?? 0;
        return new(TotalVariation, Unbiased(distance, chance), floor);
    }

    private static double Unbiased(double distance, double chance) => Math.Sqrt(Math.Max(0, (distance * distance) - (chance * chance)));

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
