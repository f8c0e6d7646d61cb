using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Demo.Streams.Events;

/// <summary>When the label of a row arrives: evenly spread between two delays, or never; a function of seed and row alone.</summary>
/// <param name="Seed">Chooses the delays.</param>
/// <param name="Minimum">The least delay after the row's event time.</param>
/// <param name="Maximum">The greatest delay.</param>
/// <param name="NeverShare">The share of labels that never come: 0 … 1.</param>
public sealed record LabelDelay(ulong Seed, TimeSpan Minimum, TimeSpan Maximum, double NeverShare)
{
    private const ulong Purpose = 3;

    /// <summary>One to three blocks, and two labels in a hundred never.</summary>
    public static LabelDelay Default(ulong seed, EventClock clock) => new(seed, clock.Block, 3 * clock.Block, 0.02);

    /// <summary>The event time at which the label of a row arrives, in milliseconds since 1970-01-01T00:00:00Z; null for never.</summary>
    /// <param name="row">The row.</param>
    /// <param name="eventTime">The row's event time, in the same unit.</param>
    public long? ArrivalOf(long row, long eventTime)
    {
        var random = new KeyedRandom(Seed, (ulong)row, Purpose);
        return random.NextDouble() < NeverShare
            ? null
            : eventTime + (long)(Minimum.TotalMilliseconds + (Maximum - Minimum).TotalMilliseconds * random.NextDouble());
    }
}
