namespace SynthMonitor.Drift.Detectors;

/// <summary>A detector of an error stream: 0 for a right answer, 1 for an error.</summary>
public abstract class ErrorDetector : StreamDetector
{
    private protected ErrorDetector(DetectorOptions options)
        : base(options)
    {
    }

    private protected sealed override bool IsBounded => true;
}
