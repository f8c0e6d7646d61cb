using System.Collections.Concurrent;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Generators;
using SynthMonitor.Synthesis.Privacy;
using SynthMonitor.Synthesis.Quality;
using SynthMonitor.Synthesis.Quality.SdMetrics;

namespace SynthMonitor.Synthesis.Tests.Generators;

/// <summary>What rows made from real data are worth; the bounds are those of the real holdout or a little wider.</summary>
[Trait("Category", "Golden")]
public sealed class CartQualityTests
{
    private static readonly ConcurrentDictionary<string, (Table Train, Table Holdout, IGenerator Generator, Table Made)> Sets = new();

    [Theory]
    [InlineData("adult", 0.985, 0.980)]
    [InlineData("online-shoppers", 0.985, 0.970)]
    public void Columns_and_pairs_are_near_the_real_ones(string name, double shapes, double trends)
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
        var (real, synthetic) = (TreeClassifier.Auc(train, holdout, positive), TreeClassifier.Auc(made, holdout, positive));
        Assert.InRange(synthetic, real - 0.02, 1);
    }

    [Theory]
    [InlineData("adult", 0.60)]
    [InlineData("online-shoppers", 0.62)]
    public void Tree_hardly_tells_made_rows_from_the_holdout(string name, double atMost)
    {
        var (_, holdout, _, made) = Of(name);
        Assert.InRange(TreeClassifier.TwoSampleAuc(made, holdout), 0.4, atMost);
    }

    [Theory]
    [InlineData("adult")]
    [InlineData("online-shoppers")]
    public void Made_rows_are_hardly_nearer_to_training_rows_than_to_the_holdout(string name)
    {
        var (train, holdout, _, made) = Of(name);
        var closeness = HoldoutCloseness.Of(train, holdout, made, 1, CancellationToken.None);
        Assert.InRange(closeness.DcrShare.Value, 0.42, 0.60);
        Assert.InRange(closeness.ImsTrain - closeness.ImsHoldout, -0.003, 0.003);
    }

    [Fact]
    public void Whole_numbers_ranges_and_names_stay_those_of_the_training_rows()
    {
        var (train, _, _, made) = Of("adult");
        foreach (var column in train.Columns)
        {
            if (column is NumberColumn numbers)
            {
                var values = ((NumberColumn)made[column.Name]).Values.ToArray();
                Assert.All(values, value => Assert.Equal(Math.Floor(value), value));
                Assert.InRange(values.Min(), numbers.Values.ToArray().Min(), double.MaxValue);
                Assert.InRange(values.Max(), double.MinValue, numbers.Values.ToArray().Max());
            }
            else
            {
                Assert.Subset(((NameColumn)column).Names.ToHashSet(), ((NameColumn)made[column.Name]).Names.ToHashSet());
            }
        }
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
        Assert.InRange(TreeClassifier.TwoSampleAuc(made, slice), 0.35, 0.66);
    }

    private static (Table Train, Table Holdout, IGenerator Generator, Table Made) Of(string name) => Sets.GetOrAdd(name, _ =>
    {
        var train = SharedData.Half(name, "trn");
        var generator = CartGenerator.Fit(train);
        return (train, Shuffled(SharedData.Half(name, "val")), generator, generator.Sample(train.Rows, 42));
    });

    private static Table Shuffled(Table table)
    {
        var rows = Enumerable.Range(0, table.Rows).ToArray();
        new KeyedRandom(7).Shuffle(rows.AsSpan());
        return table.Take(rows);
    }

    private static QualityReport Likeness(Table real, Table made) => QualityReport.Of(new TablePair(real, made));
}
