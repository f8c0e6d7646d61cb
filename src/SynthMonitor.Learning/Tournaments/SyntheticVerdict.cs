using System.Collections.Immutable;
using SynthMonitor.Learning.Recipes;

namespace SynthMonitor.Learning.Tournaments;

/// <summary>Says what came of synthetic rows: how the recipe with them did beside the same recipe without.</summary>
internal static class SyntheticVerdict
{
    public static SyntheticResult Of(ImmutableArray<RecipeResult> recipes, Candidate? winner, int syntheticRows)
    {
        if (syntheticRows == 0 || recipes.FirstOrDefault(recipe => recipe.SyntheticRows > 0) is not { } with)
        {
            return new(false, "no synthetic rows");
        }

        var twin = Recipe.All.Single(recipe => recipe.Name == with.Name) is var recipe
            ? Recipe.All.First(other => !other.UsesSynthetic && other.UsesOld == recipe.UsesOld && other.RecentShare == recipe.RecentShare).Name : null;
        var without = recipes.FirstOrDefault(result => result.Name == twin);
        var difference = with.Gain is { } gain && without?.Gain is { } plain
            ? $"{gain.Value - plain.Value:+0.0000;-0.0000} against '{twin}'" : "not comparable";
        var used = winner is { SyntheticRows: > 0 };
        return new(used, $"{syntheticRows} synthetic rows {(used ? "are in the promoted model" : "did not win")}: {difference}");
    }
}
