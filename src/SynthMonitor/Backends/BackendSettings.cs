namespace SynthMonitor.Backends;

/// <summary>What a response trains on.</summary>
/// <param name="TrainingWindow">The span of event time that rows are taken from.</param>
/// <param name="HoldoutShare">The share of the recent labelled rows, the latest, that only judge.</param>
/// <param name="MaximumOldRows">The most rows from before the onset, the latest.</param>
/// <param name="MinimumRows">The fewest labelled rows since the onset.</param>
internal sealed record BackendSettings(TimeSpan TrainingWindow, double HoldoutShare, int MaximumOldRows = 50_000, int MinimumRows = 250);
