using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Recipes;

/// <summary>What recipes are made of.</summary>
/// <param name="Task">What is to be predicted.</param>
/// <param name="Old">Labelled rows from before the change.</param>
/// <param name="Recent">Labelled real rows from after the change, none of them in a holdout.</param>
/// <param name="Synthetic">Synthetic edge cases with outcomes, made from <paramref name="Recent"/> alone; null where there are none.</param>
public sealed record RecipeInput(LearningTask Task, Table Old, Table Recent, Table? Synthetic = null);
