namespace SynthMonitor.Learning.Judging;

/// <summary>How sure the judge must be.</summary>
public sealed record JudgeOptions
{
    /// <summary>The number of bootstrap replicates; at least 1,000.</summary>
    public int Replicates { get; init; } = 2000;

    /// <summary>The confidence of the two-sided intervals, which hold for all candidates at once; in (0, 1).</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The fewest rows on which anything is promoted or rejected.</summary>
    public int MinimumRows { get; init; } = 100;

    /// <summary>Classifiers: the fewest rows of each of the two most frequent classes (binary: of both).</summary>
    public int MinimumClassRows { get; init; } = 20;

    /// <summary>A gain below this is not worth a promotion: absolute for AUC and accuracy; for losses a share of the champion's.</summary>
    public double RelevantGain { get; init; } = 0.005;

    /// <summary>By how much log-loss may be worse where it is not the metric, as a share of the champion's (margin of non-inferiority).</summary>
    public double LogLossMargin { get; init; } = 0.1;

    /// <summary>By how much the mean loss of a slice may be worse, as a share of the champion's mean loss over all rows.</summary>
    public double SliceMargin { get; init; } = 0.1;

    /// <summary>The fewest rows of a slice.</summary>
    public int MinimumSliceRows { get; init; } = 50;
}
