namespace SynthMonitor.Synthesis.Quality.Sqs;

/// <summary>From distances to scores of 0 … 10 with one decimal, by the published formulas of NeMo Safe Synthesizer (Apache-2.0).</summary>
public static class SqsScores
{
    /// <summary>Field distribution: 0 above a mean distance d of 0.99, 10 below 0.02, else 7.44 d² − 16.646 d + 10.305.</summary>
    public static double FieldDistribution(double distance) =>
        Score(distance > 0.99 ? 0 : distance < 0.02 ? 10 : (7.44 * distance * distance) - (16.646 * distance) + 10.305);

    /// <summary>Field correlation: 0 above a mean difference m of 0.46, 10 below 0.01, else 37.562 m² − 35.643 m + 10.056.</summary>
    public static double FieldCorrelation(double difference) =>
        Score(difference > 0.46 ? 0 : difference < 0.01 ? 10 : (37.562 * difference * difference) - (35.643 * difference) + 10.056);

    /// <summary>Deep structure: 10 · exp(−1.6 r) of the mean distance r of principal components.</summary>
    public static double DeepStructure(double distance) => Score(10 * Math.Exp(-1.6 * distance));

    /// <summary>The synthetic quality score: (0.84 deep structure + 0.86 field distribution + field correlation) / 2.70 of the parts there are.</summary>
    /// <returns>The score, or null where there is no part.</returns>
    public static double? Overall(double? fieldDistribution, double? fieldCorrelation, double? deepStructure)
    {
        (double? Score, double Weight)[] parts = [(deepStructure, 0.84), (fieldDistribution, 0.86), (fieldCorrelation, 1)];
        var there = parts.Where(part => part.Score is not null).ToArray();
        return there.Length == 0 ? null : Score(there.Sum(part => part.Score!.Value * part.Weight) / there.Sum(part => part.Weight));
    }

    /// <summary>The grade of a score: Excellent from 8, Very Good from 6, Good from 4, Moderate from 2, else Poor.</summary>
    public static string Grade(double score) => ((int)score / 2) switch
    {
        >= 4 => "Excellent",
        3 => "Very Good",
        2 => "Good",
        1 => "Moderate",
        _ => "Poor",
    };

    private static double Score(double value) => OneDecimal(Math.Clamp(value, 0, 10));

    /// <summary>Rounds the exact binary value to one decimal, half to even: <see cref="Math.Round(double, int)"/> rounds ten times the value, which is not exact.</summary>
    private static double OneDecimal(double value) => value * 4 % 1 == 0
        ? Math.Round(value, 1)
        : double.Parse(value.ToString("F1", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
