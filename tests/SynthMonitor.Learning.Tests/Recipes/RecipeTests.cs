using SynthMonitor.Learning.Recipes;

namespace SynthMonitor.Learning.Tests.Recipes;

public sealed class RecipeTests
{
    private static readonly RecipeInput Input = new(Samples.Task, Samples.Loans(60, 1), Samples.Loans(20, 2), Samples.Loans(120, 3));

    [Theory]
    [InlineData("old + recent", 80, 20)]
    [InlineData("old + recent ×0.5", 80, 30)]
    [InlineData("old + recent ×1", 80, 60)]
    [InlineData("old + recent ×2", 80, 120)]
    [InlineData("old + recent ×5", 80, 300)]
    [InlineData("recent only", 20, 20)]
    public void Recent_rows_together_weigh_as_the_recipe_says(string name, int rows, double recentWeight)
    {
        var composed = Recipe.All.Single(recipe => recipe.Name == name).Compose(Input)!;
        Assert.Equal(rows, composed.Rows.Rows);
        Assert.Equal(recentWeight, composed.Weights!.TakeLast(20).Sum(), 9);
        Assert.All(composed.Weights!.SkipLast(20), weight => Assert.Equal(1, weight));
    }

    [Fact]
    public void Synthetic_rows_together_weigh_as_much_as_old_ones()
    {
        var recipe = Recipe.All.Single(recipe => recipe.UsesSynthetic);
        var composed = recipe.Compose(Input)!;
        Assert.Equal(200, composed.Rows.Rows);
        Assert.Equal(60, composed.Weights!.TakeLast(120).Sum(), 9);
        Assert.Equal(60, recipe.Compose(Input with { Synthetic = Samples.Loans(40, 3) })!.Weights!.TakeLast(40).Sum(), 9);
    }

    [Fact]
    public void Without_synthetic_rows_their_recipe_is_not_made()
    {
        var recipe = Recipe.All.Single(recipe => recipe.UsesSynthetic);
        Assert.Null(recipe.Compose(Input with { Synthetic = null }));
        Assert.Null(recipe.Compose(Input with { Synthetic = Samples.Loans(0, 3) }));
    }
}
