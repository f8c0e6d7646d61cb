namespace SynthMonitor.Drift.LabelFree;

/// <summary>Rows of one score, or of one score bin.</summary>
/// <param name="Rows">How many there are.</param>
/// <param name="Positives">How many of them are, or are expected to be, positive.</param>
internal readonly record struct RankedGroup(double Rows, double Positives);
