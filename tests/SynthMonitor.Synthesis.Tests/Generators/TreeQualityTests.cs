using System.Collections.Concurrent;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Generators;
using SynthMonitor.Synthesis.Privacy;
using SynthMonitor.Synthesis.Quality;
using SynthMonitor.Synthesis.Quality.SdMetrics;

namespace SynthMonitor.Synthesis.Tests.Generators;

/// <summary>What rows made from real data are worth; the bounds are those of the real holdout or a little wider.</summary>
[Trait("Category", "Golden")]
public sealed class TreeQualityTests
{
    private static readonly ConcurrentDictionary<string, (Table Train, Table Holdout, IGenerator Generator, Table Made)> Sets = new();

    [Theory]
    [InlineData("adult", 0.992, 0.984)]
    [InlineData("online-shoppers", 0.989, 0.975)]
    public void Columns_and_pairs_are_as_near_as_those_of_the_holdout(string name, double shapes, double trends)
    {
        var (train, _, _, made) = Of(name);
        Assert.InRange(Likeness(train, made).Shapes.Value!.Value, shapes, 1);
        Assert.InRange(Likeness(train, made).TrendsOfAllPairs.Value!.Value, trends, 1);
    }

    [Theory]
    [InlineData("adult", ">50K")]
    [InlineData("online-shoppers", "True")]
    public void Label_is_as_predictable_as_in_real_rows(string name, string positive)
    {
        var (train, holdout, _, made) = Of(name);
        Assert.InRange(TreeClassifier.Auc(made, holdout, positive), TreeClassifier.Auc(train, holdout, positive) - 0.012, 1);
    }

    [Theory]
    [InlineData("adult")]
    [InlineData("online-shoppers")]
    public void Made_rows_are_no_copies_and_hardly_nearer_to_training_rows_than_to_the_holdout(string name)
    {
        var (train, holdout, _, made) = Of(name);
        var closeness = HoldoutCloseness.Of(train, holdout, made, 1, CancellationToken.None);
        Assert.InRange(closeness.DcrShare.Value, 0.44, 0.60);
        Assert.InRange(closeness.ImsTrain - closeness.ImsHoldout, -0.01, 0.001);
    }

    [Theory]
    [InlineData("education=Doctorate,Prof-school")]
    [InlineData("age=60..80")]
    [InlineData("income=>50K", "hours-per-week=..35")]
    public void Conditional_rows_are_like_the_real_rows_of_the_slice(params string[] texts)
    {
        var (train, holdout, generator, _) = Of("adult");
        var conditions = ConditionSet.Parse(train.Schema, texts);
        var slice = holdout.Take([.. Enumerable.Range(0, holdout.Rows).Where(row => conditions.Matches(holdout, row))]);
        var made = generator.Sample(slice.Rows, 5, conditions);
        Assert.All(Enumerable.Range(0, made.Rows), row => Assert.True(conditions.Matches(made, row)));
        Assert.InRange(TreeClassifier.TwoSampleAuc(made, slice), 0.4, 0.60);
    }

    private static (Table Train, Table Holdout, IGenerator Generator, Table Made) Of(string name) => Sets.GetOrAdd(name, _ =>
    {
        var train = SharedData.Half(name, "trn");
        var generator = TreeGenerator.Fit(train);
        return (train, SharedData.Half(name, "val"), generator, generator.Sample(train.Rows, 42));
    });

    private static QualityReport Likeness(Table real, Table made) => QualityReport.Of(new TablePair(real, made));
}
