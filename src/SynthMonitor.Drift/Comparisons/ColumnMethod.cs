using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>How a column was compared.</summary>
/// <param name="Measure">What the statistic is: a test, or a distance.</param>
/// <param name="Significance">The test that the p-value is of; the same, unless the statistic is a distance.</param>
/// <param name="IsOnValues">Whether that test looked at numbers one by one; else at counts of cells.</param>
public readonly record struct ColumnMethod(ColumnTest Measure, ColumnTest Significance, bool IsOnValues);
