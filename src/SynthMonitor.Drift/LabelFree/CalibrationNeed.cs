namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// Whether scores become better probabilities by isotonic calibration, by NannyML's rule: ten times a tenth of the rows is held out, label by
/// label, with its seed; the expected calibration error of all held-out rows together, over ten bins of equal counts, must fall. Scores that hold only one
/// label, or that separate them (area above 0.999), are left as they are.
/// </summary>
internal static class CalibrationNeed
{
    private const int Splits = 10;
    private const int Bins = 10;
    private const double Separated = 0.999;
    private const uint Seed = 42;

    public static bool IsGiven(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        var ones = ToDoubles(labels);
        if (RankingMetrics.RocAuc(RankedRows.Descending(scores, ones)) is not { Value: <= Separated })
        {
            return false;
        }

        var (before, after, truth) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var isHeldOut in StratifiedSplits.HeldOut(labels.ToArray(), Splits, Seed))
        {
            var (fitScores, fitLabels) = (new List<double>(), new List<bool>());
            for (var row = 0; row < scores.Length; row++)
            {
                if (isHeldOut[row])
                {
                    before.Add(scores[row]);
                    truth.Add(ones[row]);
                }
                else
                {
                    fitScores.Add(scores[row]);
                    fitLabels.Add(labels[row]);
                }
            }

            var calibration = IsotonicCalibration.Fit([.. fitScores], [.. fitLabels]);
            for (var index = after.Count; index < before.Count; index++)
            {
                after.Add(calibration.Calibrate(before[index]));
            }
        }

        return before.Count >= 4 && ExpectedError([.. before], [.. truth]) > ExpectedError([.. after], [.. truth]);
    }

    internal static double[] ToDoubles(ReadOnlySpan<bool> labels)
    {
        var values = new double[labels.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = labels[row] ? 1 : 0;
        }

        return values;
    }

    /// <summary>The expected calibration error: the mean over bins of |mean probability − share of positives|.</summary>
    private static double ExpectedError(double[] probabilities, double[] truth)
    {
        Array.Sort(probabilities, truth);
        var bins = probabilities.Length <= 2 * Bins ? probabilities.Length / 2 : Bins;
        var (width, sum) = (probabilities.Length / bins, 0.0);
        for (var bin = 0; bin < bins; bin++)
        {
            var range = new Range(bin * width, bin == bins - 1 ? probabilities.Length : (bin + 1) * width);
            sum += Math.Abs(probabilities[range].Sum() - truth[range].Sum());
        }

        return sum / probabilities.Length;
    }
}
