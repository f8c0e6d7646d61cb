using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Detectors;

/// <summary>A detector that takes one value at a time and says when their mean has changed. Not thread-safe.</summary>
public interface IStreamDetector
{
    /// <summary>Whether the last value revealed a change.</summary>
    bool IsDrift { get; }

    /// <summary>Takes the next value. One that is not a number says nothing and changes nothing.</summary>
    void Update(double value);

    /// <summary>Forgets all values.</summary>
    void Reset();

    /// <summary>Writes options and state, so that a detector read back goes on as if nothing had happened.</summary>
    void Write(PayloadWriter writer);
}
