using MathNet.Numerics.LinearAlgebra;

namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// The class shares of rows without labels, if only these have changed and each class still looks as it did (label shift): from hard predictions
/// by inverting the reference's confusion, or from probabilities by expectation and maximisation. Their disagreement speaks against label shift.
/// </summary>
public static class LabelShift
{
    private const double WorstCondition = 1e4;
    private const int MostSteps = 10_000;
    private const double Precision = 1e-10;

    /// <summary>
    /// Black-box shift estimation (Lipton, Wang and Smola 2018): <c>q = A⁻¹ μ</c>, with μ the shares of predictions and A the shares of
    /// predictions by label on the reference. The variance is that of <c>A⁻¹(dμ − dA q)</c>, all columns being multinomial.
    /// </summary>
    /// <param name="reference">Counts of the reference's rows: by label, then by prediction.</param>
    /// <param name="predictions">Counts of the new rows by prediction.</param>
    /// <param name="confidence">The confidence of the intervals; between 0 and 1.</param>
    /// <returns>Undefined where a label has no rows, there are no new rows, or predictions tell labels apart too badly.</returns>
    /// <exception cref="ArgumentException">The counts are not square, or not as many as there are classes.</exception>
    public static LabelShiftEstimate BlackBox(IReadOnlyList<long[]> reference, long[] predictions, double confidence = 0.95)
    {
        var classes = predictions.Length;
        RequireConfidence(confidence);
        if (classes < 2 || reference.Count != classes || reference.Any(row => row.Length != classes))
        {
            throw new ArgumentException($"{reference.Count} labels for {classes} predictions", nameof(reference));
        }

        double rows = predictions.Sum();
        if (rows == 0 || reference.Any(row => row.Sum() == 0))
        {
            return LabelShiftEstimate.Undefined(classes, "a label of the reference without rows, or no new rows");
        }

        var shares = Vector<double>.Build.Dense(classes, one => predictions[one] / rows);
        var confusion = Matrix<double>.Build.Dense(classes, classes, (prediction, label) => reference[label][prediction] / (double)reference[label].Sum());
        if (!(confusion.ConditionNumber() < WorstCondition))
        {
            return LabelShiftEstimate.Undefined(classes, "predictions do not tell the labels apart");
        }

        var inverse = confusion.Inverse();
        var priors = inverse * shares;
        var noise = Multinomial(shares, rows);
        for (var label = 0; label < classes; label++)
        {
            noise += priors[label] * priors[label] * Multinomial(confusion.Column(label), reference[label].Sum());
        }

        return LabelShiftEstimate.Of([.. priors], [.. (inverse * noise * inverse.Transpose()).Diagonal()], confidence);
    }

    /// <summary>
    /// Maximum likelihood by expectation and maximisation (Saerens, Latinne and Decaestecker 2002): each row's probabilities are scaled by
    /// <c>q / p</c> to sum 1, and q becomes their mean, until it rests. The variance is that of the inverse observed information.
    /// </summary>
    /// <param name="probabilities">Row by row the calibrated probability of each class.</param>
    /// <param name="referencePriors">The share p of each class on the reference that they are calibrated on; more than 0.</param>
    /// <param name="confidence">The confidence of the intervals; between 0 and 1.</param>
    /// <returns>Undefined without rows, or where all rows look alike.</returns>
    /// <exception cref="ArgumentException">A row has another number of classes, or a share of the reference is not positive.</exception>
    public static LabelShiftEstimate MaximumLikelihood(
        IReadOnlyList<double[]> probabilities, double[] referencePriors, double confidence = 0.95)
    {
        var classes = referencePriors.Length;
        RequireConfidence(confidence);
        if (classes < 2 || referencePriors.Any(prior => !(prior > 0)) || probabilities.Any(row => row.Length != classes))
        {
            throw new ArgumentException("expected two classes or more, each with a positive share, in every row", nameof(referencePriors));
        }

        if (probabilities.Count == 0)
        {
            return LabelShiftEstimate.Undefined(classes, "no rows");
        }

        double[][] likelihoods = [.. probabilities.Select(row => row.Select((value, one) => value / referencePriors[one]).ToArray())];
        var priors = Maximise(likelihoods, [.. referencePriors]);
        return Information(likelihoods, priors) is { } information && information.ConditionNumber() < 1 / Precision
            ? LabelShiftEstimate.Of(priors, Variances(information.Inverse()), confidence)
            : LabelShiftEstimate.Undefined(classes, "all rows look alike");
    }

    private static double[] Maximise(double[][] likelihoods, double[] priors)
    {
        var change = double.PositiveInfinity;
        for (var step = 0; step < MostSteps && change > Precision; step++)
        {
            var next = new double[priors.Length];
            foreach (var row in likelihoods)
            {
                var sum = Mixture(row, priors);
                for (var one = 0; one < next.Length && sum > 0; one++)
                {
                    next[one] += priors[one] * row[one] / sum;
                }
            }

            var total = next.Sum();
            next = Array.ConvertAll(next, value => value / total);
            change = next.Zip(priors, (left, right) => Math.Abs(left - right)).Max();
            priors = next;
        }

        return priors;
    }

    /// <summary>The information on all shares but the last, which is what they leave of 1.</summary>
    private static Matrix<double> Information(double[][] likelihoods, double[] priors)
    {
        var free = priors.Length - 1;
        var information = Matrix<double>.Build.Dense(free, free);
        foreach (var row in likelihoods)
        {
            var sum = Mixture(row, priors);
            var slope = Vector<double>.Build.Dense(free, one => sum > 0 ? (row[one] - row[free]) / sum : 0);
            information += slope.OuterProduct(slope);
        }

        return information;
    }

    private static double[] Variances(Matrix<double> covariance) =>
        [.. covariance.Diagonal(), covariance.RowSums().Sum()];

    private static double Mixture(double[] row, double[] priors)
    {
        var sum = 0.0;
        for (var one = 0; one < row.Length; one++)
        {
            sum += priors[one] * row[one];
        }

        return sum;
    }

    private static Matrix<double> Multinomial(Vector<double> shares, double rows) =>
        (Matrix<double>.Build.DenseOfDiagonalVector(shares) - shares.OuterProduct(shares)) / rows;

    private static void RequireConfidence(double confidence)
    {
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "expected between 0 and 1");
        }
    }
}
