namespace SynthMonitor.Drift.Monitoring;

/// <summary>Neighbouring cells of a column whose share of the rows changed in the same direction.</summary>
/// <param name="Cells">What the cells hold, for people.</param>
/// <param name="FirstCode">The first code.</param>
/// <param name="LastCode">The last code.</param>
/// <param name="Difference">The share of rows since the onset less that in the reference. Range [−1, 1].</param>
public readonly record struct MovedRange(string Cells, byte FirstCode, byte LastCode, double Difference);
