namespace SynthMonitor.Drift.Detectors;

/// <summary>A detector of an error stream: 0 for a right answer, 1 for an error.</summary>
public abstract class ErrorDetector : StreamDetector
{
    private protected ErrorDetector(DetectorOptions options)
        : base(options)
    {
    }

    private protected sealed override void Take(double value)
    {
        if (value is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "an error is 0 or 1");
        }

        TakeError(value);
    }

    private protected abstract void TakeError(double error);
}
