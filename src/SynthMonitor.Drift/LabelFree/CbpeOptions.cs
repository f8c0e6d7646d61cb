namespace SynthMonitor.Drift.LabelFree;

/// <summary>Options of <see cref="Cbpe"/> and <see cref="MulticlassCbpe"/>; the defaults are NannyML's.</summary>
/// <param name="ChunkSize">The rows of a chunk, by which reference performance varies. At least 1.</param>
/// <param name="Normalization">What cells of the confusion matrix are divided by.</param>
/// <param name="Values">What each outcome is worth, or null if that is not asked.</param>
/// <param name="Seed">The seed of the resamples behind the sampling error of average precision.</param>
public sealed record CbpeOptions(
    int ChunkSize, ConfusionNormalization Normalization = ConfusionNormalization.None, BusinessValues? Values = null, ulong Seed = 0)
{
    /// <summary>Thresholds lie this many standard deviations of the reference chunks from their mean. Default 3.</summary>
    public double ThresholdDeviations { get; init; } = 3;

    /// <summary>Bands reach this many sampling errors to either side. Default 3.</summary>
    public double BandErrors { get; init; } = 3;

    /// <summary>Everything that is wrong with these options; empty where nothing is.</summary>
    public IEnumerable<string> Validate()
    {
        if (ChunkSize < 1)
        {
            yield return $"chunk size: {ChunkSize}; expected at least 1";
        }

        if (!(ThresholdDeviations > 0))
        {
            yield return $"threshold deviations: {ThresholdDeviations}; expected more than 0";
        }

        if (!(BandErrors > 0))
        {
            yield return $"band errors: {BandErrors}; expected more than 0";
        }
    }

    internal void Require()
    {
        if (Validate().FirstOrDefault() is { } error)
        {
            throw new ArgumentException(error);
        }
    }
}

/// <summary>What cells of a confusion matrix are divided by.</summary>
public enum ConfusionNormalization
{
    /// <summary>Nothing: they are counts.</summary>
    None,

    /// <summary>All rows.</summary>
    All,

    /// <summary>The rows of the same label.</summary>
    True,

    /// <summary>The rows of the same prediction.</summary>
    Predicted,
}

/// <summary>What each outcome is worth.</summary>
/// <param name="TrueNegative">A negative predicted so.</param>
/// <param name="FalsePositive">A negative predicted positive.</param>
/// <param name="FalseNegative">A positive predicted negative.</param>
/// <param name="TruePositive">A positive predicted so.</param>
/// <param name="PerPrediction">
/// Whether the value is the sum over both predictions of the mean value of a row so predicted (NannyML's <c>per_prediction</c>); else it is the
/// sum over rows.
/// </param>
public sealed record BusinessValues(
    double TrueNegative, double FalsePositive, double FalseNegative, double TruePositive, bool PerPrediction = false);
