using SynthMonitor.Learning.Training;

namespace SynthMonitor.Learning.Recipes;

/// <summary>A way to make a training set of old, recent and synthetic rows.</summary>
/// <param name="Name">The recipe's name, as results give it.</param>
/// <param name="UsesOld">Whether old rows are in it, each with weight 1.</param>
/// <param name="RecentShare">The weight of all recent rows together as a multiple of all old rows; null for weight 1 each.</param>
/// <param name="UsesSynthetic">Whether synthetic rows are in it, all together with the weight of all old rows.</param>
public sealed record Recipe(string Name, bool UsesOld, double? RecentShare = null, bool UsesSynthetic = false)
{
    /// <summary>The recipe that trains nothing: the champion stays.</summary>
    public const string Keep = "keep";

    /// <summary>The recipes of a tournament, in order.</summary>
    public static IReadOnlyList<Recipe> All { get; } =
    [
        new("old + recent", UsesOld: true),
        new("old + recent ×0.5", UsesOld: true, RecentShare: 0.5),
        new("old + recent ×1", UsesOld: true, RecentShare: 1),
        new("old + recent ×2", UsesOld: true, RecentShare: 2),
        new("old + recent ×5", UsesOld: true, RecentShare: 5),
        new("old + recent ×1 + synthetic", UsesOld: true, RecentShare: 1, UsesSynthetic: true),
        new("recent only", UsesOld: false),
    ];

    /// <summary>The training set, or null where the recipe needs synthetic rows and there are none.</summary>
    public TrainingSet? Compose(RecipeInput input)
    {
        var synthetic = UsesSynthetic ? input.Synthetic : null;
        if (UsesSynthetic && synthetic is not { Rows: > 0 })
        {
            return null;
        }

        var old = UsesOld ? input.Old : input.Old.Slice(0, 0);
        var recentWeight = RecentShare is { } share ? share * old.Rows / Math.Max(1, input.Recent.Rows) : 1;
        var syntheticWeight = synthetic is null ? 0 : (double)old.Rows / synthetic.Rows;
        var rows = old.Append(input.Recent);
        return new TrainingSet(
            input.Task,
            synthetic is null ? rows : rows.Append(synthetic),
            [.. Enumerable.Repeat(1.0, old.Rows), .. Enumerable.Repeat(recentWeight, input.Recent.Rows), .. Enumerable.Repeat(syntheticWeight, synthetic?.Rows ?? 0)]);
    }
}
