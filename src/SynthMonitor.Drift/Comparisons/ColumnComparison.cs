using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Statistics;
using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>How one column of a sample differs from the reference.</summary>
/// <param name="Column">The column.</param>
/// <param name="IsOrdered">Whether its cells are in order of value.</param>
/// <param name="Method">How it was tested.</param>
/// <param name="Test">The test's result; of a distance, with the distance as statistic. Undefined where the values do not vary.</param>
/// <param name="AdjustedPValue">The p-value after Holm's correction over all columns and the joint comparison.</param>
/// <param name="Effect">How much it moved, chance taken off.</param>
/// <param name="Psi">See <see cref="PopulationStabilityIndex"/>.</param>
/// <param name="JensenShannon">See <see cref="JensenShannonDistance.Base2"/>.</param>
/// <param name="Distance"><see cref="KolmogorovSmirnovDistance"/> on the cells in order of value, else <see cref="TotalVariationDistance"/>.</param>
/// <param name="MissingReference">The share of reference rows in which it is missing.</param>
/// <param name="MissingCurrent">The share of current rows in which it is missing.</param>
/// <param name="Unseen">The share of current rows whose name is new, or whose value lies beyond the reference's range.</param>
/// <param name="MovedRanges">The ranges or categories whose share of the rows differs notably, the greatest difference first; no verdict.</param>
/// <param name="IsDrifted">Whether the difference is significant, its effect reaches the floor, and the distance asked for its threshold.</param>
public sealed record ColumnComparison(
    ColumnSchema Column,
    bool IsOrdered,
    ColumnMethod Method,
    TestResult Test,
    Estimate AdjustedPValue,
    Effect Effect,
    Estimate Psi,
    Estimate JensenShannon,
    Estimate Distance,
    double MissingReference,
    double MissingCurrent,
    double Unseen,
    ImmutableArray<MovedRange> MovedRanges,
    bool IsDrifted)
{
    /// <summary>Compares a column; significance is judged later, with all columns.</summary>
    internal static ColumnComparison Of(ColumnSchema column, ColumnCodes coding, ComparedChannel compared, ColumnMethod method, TestResult test)
    {
        var (channel, reference, current) = (compared.Channel, compared.Pool(compared.Reference), compared.Pool(compared.Current));
        return new(
            column,
            channel.IsOrdered,
            method,
            test,
            Estimate.Undefined("no test"),
            Effect.Of(channel, reference, current),
            PopulationStabilityIndex.Compute(reference, current),
            JensenShannonDistance.Base2(reference, current),
            channel.IsOrdered
                ? KolmogorovSmirnovDistance.Compute(reference.AsSpan(Channel.Unordered), current.AsSpan(Channel.Unordered))
                : TotalVariationDistance.Compute(reference, current),
            compared.ReferenceShare(Code.Missing),
            compared.CurrentShare(Code.Missing),
            compared.CurrentShare(Code.Unseen) + compared.CurrentShare(Code.Below) + compared.CurrentShare(Code.Above),
            Monitoring.MovedRanges.Of(channel, coding, compared.Reference, compared.Current),
            false);
    }
}
