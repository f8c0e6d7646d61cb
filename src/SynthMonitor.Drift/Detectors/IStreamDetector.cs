using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>
/// Says when a stream has changed. After an alarm it begins anew with the next value, unless its options say otherwise. Detectors of an error
/// stream take 0 for a right answer and 1 for an error.
/// </summary>
public interface IStreamDetector : IStreamStatistic
{
    /// <summary>Whether the last value revealed a change.</summary>
    bool IsDrift { get; }

    /// <summary>Whether a change is likely but not certain; always false for detectors that know no such zone.</summary>
    bool IsWarning { get; }
}
