namespace SynthMonitor.Drift.Diagnosis;

/// <summary>What the labels since the onset say.</summary>
/// <param name="RateChange">By how much the share of positive labels changed.</param>
/// <param name="Conditional">How the label at a given score changed; null where too few outcomes meet.</param>
internal sealed record LabelFindings(double RateChange, ConditionalChange? Conditional)
{
    /// <summary>The smallest change of the label at a given score that counts.</summary>
    public const double SmallestChange = 0.02;

    private const double Level = 1e-4;

    /// <summary>Whether the label at a given score changed, significantly and enough to matter.</summary>
    public bool HasChanged => Conditional is { PValue: <= Level, Effect: >= SmallestChange };
}
