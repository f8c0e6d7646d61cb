namespace SynthMonitor.Synthesis.Privacy;

/// <summary>How well an attacker tells training rows from other real rows.</summary>
/// <param name="Name">What the attacker looks at.</param>
/// <param name="Auc">The probability that a training row looks more like one than another row does, ties counting half; ½ is guessing.</param>
/// <param name="Lower">The lower end of the 95 % interval of the AUC (DeLong, DeLong and Clarke-Pearson 1988).</param>
/// <param name="Upper">The upper end.</param>
/// <param name="TruePositives">The share of training rows that are found when 1 % of the others are taken for one; 0.01 is guessing.</param>
public sealed record MembershipAttack(string Name, double Auc, double Lower, double Upper, double TruePositives)
{
    private const double FalsePositives = 0.01;
    private const double Quantile = 1.959963984540054;

    internal static MembershipAttack Of(string name, double[] members, double[] others)
    {
        var (ofMembers, ofOthers) = (Placements(members, others), Placements(others, members));
        var auc = ofMembers.Average();
        var error = Math.Sqrt((Variance(ofMembers) / members.Length) + (Variance(ofOthers) / others.Length));
        var sorted = others.OrderDescending().ToArray();
        var threshold = sorted[(int)(FalsePositives * sorted.Length)];
        return new(
            name, auc, Math.Max(0, auc - (Quantile * error)), Math.Min(1, auc + (Quantile * error)), members.Count(score => score > threshold) / (double)members.Length);
    }

    // For each score the share of the others' that are smaller, ties counting half.
    private static double[] Placements(double[] scores, double[] others)
    {
        var sorted = others.Order().ToArray();
        return Array.ConvertAll(scores, score => (Below(sorted, score, isOrEqual: false) + Below(sorted, score, isOrEqual: true)) / (2.0 * sorted.Length));
    }

    private static int Below(double[] sorted, double score, bool isOrEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < score || (isOrEqual && sorted[middle] == score) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1);
    }
}
