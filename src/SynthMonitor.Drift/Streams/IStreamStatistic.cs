using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Streams;

/// <summary>What takes one value of a stream at a time, in memory that does not grow with it. Not thread-safe.</summary>
public interface IStreamStatistic
{
    /// <summary>Takes the next value. One that is not finite says nothing and changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The statistic is one of values in 0 … 1, and this is not.</exception>
    void Update(double value);

    /// <summary>Forgets all values.</summary>
    void Reset();

    /// <summary>Writes the state, so that another one of the same options that reads it back goes on as if nothing had happened.</summary>
    void Write(PayloadWriter writer);

    /// <summary>Takes over the state that <see cref="Write"/> wrote.</summary>
    /// <exception cref="Data.InputException">The bytes are no state of one with these options.</exception>
    void Restore(PayloadReader reader);
}
