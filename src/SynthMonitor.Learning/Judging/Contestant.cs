using SynthMonitor.Learning.Models;

namespace SynthMonitor.Learning.Judging;

/// <summary>A candidate before the judge.</summary>
/// <param name="Name">The name of the recipe or model.</param>
/// <param name="Predictions">What it says of the holdout's rows.</param>
public sealed record Contestant(string Name, Predictions Predictions);

/// <summary>A model's result on the holdout.</summary>
/// <param name="Name">The name of the recipe or model.</param>
/// <param name="Scores">Its metrics.</param>
/// <param name="Gain">How much better than the champion it is by the task's metric, with an interval that holds for all candidates at once; null where undefined.</param>
public sealed record Standing(string Name, Scores Scores, GainInterval? Gain);
