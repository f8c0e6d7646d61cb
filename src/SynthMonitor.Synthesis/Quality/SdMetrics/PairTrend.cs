using SynthMonitor.Data;
using SynthMonitor.Synthesis.Quality.Associations;

namespace SynthMonitor.Synthesis.Quality.SdMetrics;

/// <summary>How alike two tables are in how a pair of columns hangs together (SDMetrics: CorrelationSimilarity, ContingencySimilarity).</summary>
/// <param name="First">The one column.</param>
/// <param name="Second">The other.</param>
/// <param name="IsNumbers">Whether both hold numbers.</param>
/// <param name="Score">1 − |r − r'| / 2 of Pearson's r for numbers, else 1 − total variation of the contingency tables; 0 … 1.</param>
/// <param name="Real">Pearson's r of the real rows for numbers, else their Cramér's V.</param>
/// <param name="Synthetic">The same of the synthetic rows.</param>
/// <param name="IsStrong">Whether the real association is strong enough to count by default: |r| above 0.5, V above 0.3.</param>
public sealed record PairTrend(string First, string Second, bool IsNumbers, Estimate Score, Estimate Real, Estimate Synthetic, bool IsStrong)
{
    private const double StrongCorrelation = 0.5;
    private const double StrongAssociation = 0.3;
    private static readonly Estimate Constant = Estimate.Undefined("a column is constant");

    internal static PairTrend Of(TrendColumn first, TrendColumn second) =>
        first.Columns.IsNumber && second.Columns.IsNumber ? OfNumbers(first, second) : OfLabels(first, second);

    private static PairTrend OfNumbers(TrendColumn first, TrendColumn second)
    {
        var real = NumberAssociation.Pearson(Values.Numbers(first.Columns.Real), Values.Numbers(second.Columns.Real));
        var synthetic = NumberAssociation.Pearson(Values.Numbers(first.Columns.Synthetic), Values.Numbers(second.Columns.Synthetic));
        var score = real is { } r && synthetic is { } s ? Estimate.Of(1 - (Math.Abs(r - s) / 2)) : Constant;
        return new(first.Columns.Name, second.Columns.Name, true, score, Maybe(real), Maybe(synthetic), Math.Abs(real ?? 0) > StrongCorrelation);
    }

    private static PairTrend OfLabels(TrendColumn first, TrendColumn second)
    {
        var (real, synthetic) = first.Labels.Cross(second.Labels).Counts();
        var association = LabelAssociation.CramersV(first.Labels.Real, second.Labels.Real);
        return new(
            first.Columns.Name,
            second.Columns.Name,
            false,
            Estimate.Of(1 - CountDistances.TotalVariation(real, synthetic)),
            Maybe(association),
            Maybe(LabelAssociation.CramersV(first.Labels.Synthetic, second.Labels.Synthetic)),
            association > StrongAssociation);
    }

    private static Estimate Maybe(double? value) => value is { } number ? Estimate.Of(number) : Constant;
}
