using SynthMonitor.Learning.Models;

namespace SynthMonitor.Learning.Recipes;

/// <summary>A model that a recipe made.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="Model">The model.</param>
/// <param name="Seconds">How long composing and training took.</param>
/// <param name="SyntheticRows">The number of synthetic rows in its training set.</param>
public sealed record Candidate(string Name, TrainedModel Model, double Seconds, int SyntheticRows);
