namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// How often a binary model is right and wrong, each way: counted from labels, or expected from probabilities, where
/// <c>TP = Σ p</c> and <c>FP = Σ (1 − p)</c> over rows that were predicted positive, <c>FN = Σ p</c> and <c>TN = Σ (1 − p)</c> over the others.
/// All metrics are ratios of these sums.
/// </summary>
/// <param name="TruePositive">Positive rows that were predicted so.</param>
/// <param name="FalsePositive">Negative rows that were predicted positive.</param>
/// <param name="FalseNegative">Positive rows that were predicted negative.</param>
/// <param name="TrueNegative">Negative rows that were predicted so.</param>
public readonly record struct Confusion(double TruePositive, double FalsePositive, double FalseNegative, double TrueNegative)
{
    /// <summary>All rows.</summary>
    public double Rows => TruePositive + FalsePositive + FalseNegative + TrueNegative;

    /// <summary><c>TP / (TP + FP)</c>; undefined where nothing was predicted positive.</summary>
    public Estimate Precision => Ratio(TruePositive, TruePositive + FalsePositive, "nothing was predicted positive");

    /// <summary><c>TP / (TP + FN)</c>; undefined where no row is positive.</summary>
    public Estimate Recall => Ratio(TruePositive, TruePositive + FalseNegative, "no row is positive");

    /// <summary><c>TN / (TN + FP)</c>; undefined where no row is negative.</summary>
    public Estimate Specificity => Ratio(TrueNegative, TrueNegative + FalsePositive, "no row is negative");

    /// <summary><c>2 TP / (2 TP + FP + FN)</c>; undefined where no row is positive and none was predicted so.</summary>
    public Estimate F1 => Ratio(2 * TruePositive, (2 * TruePositive) + FalsePositive + FalseNegative, "nothing is or was predicted positive");

    /// <summary><c>(TP + TN) / rows</c>; undefined without rows.</summary>
    public Estimate Accuracy => Ratio(TruePositive + TrueNegative, Rows, "no rows");

    /// <summary>The sum of both.</summary>
    public static Confusion operator +(Confusion left, Confusion right) => new(
        left.TruePositive + right.TruePositive,
        left.FalsePositive + right.FalsePositive,
        left.FalseNegative + right.FalseNegative,
        left.TrueNegative + right.TrueNegative);

    /// <summary>One row that is positive with some probability.</summary>
    public static Confusion Of(double probability, bool isPredicted) =>
        isPredicted ? new(probability, 1 - probability, 0, 0) : new(0, 0, probability, 1 - probability);

    private static Estimate Ratio(double part, double whole, string reason) => whole > 0 ? Estimate.Of(part / whole) : Estimate.Undefined(reason);
}
