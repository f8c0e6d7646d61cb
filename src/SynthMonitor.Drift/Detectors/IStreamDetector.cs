using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Detectors;

/// <summary>
/// A detector that takes one value at a time and says when the stream has changed. After an alarm it begins anew with the next value, unless
/// its options say otherwise. Detectors of an error stream take 0 for a right answer and 1 for an error. Not thread-safe.
/// </summary>
public interface IStreamDetector
{
    /// <summary>Whether the last value revealed a change.</summary>
    bool IsDrift { get; }

    /// <summary>Whether a change is likely but not certain; always false for detectors that know no such zone.</summary>
    bool IsWarning { get; }

    /// <summary>Takes the next value. One that is not finite says nothing and changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A detector of an error stream was given a value outside of 0 … 1.</exception>
    void Update(double value);

    /// <summary>Forgets all values.</summary>
    void Reset();

    /// <summary>Writes the state, so that a detector of the same options that reads it back goes on as if nothing had happened.</summary>
    void Write(PayloadWriter writer);

    /// <summary>Takes over the state that <see cref="Write"/> wrote.</summary>
    /// <exception cref="Data.InputException">The bytes are no state of a detector with these options.</exception>
    void Restore(PayloadReader reader);
}
