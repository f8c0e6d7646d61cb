using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Generators;
using SynthMonitor.Synthesis.Quality;
using SynthMonitor.Synthesis.Quality.SdMetrics;

namespace SynthMonitor.Synthesis.Tests.Generators;

public sealed class TreeGeneratorTests
{
    private static readonly Table Real = MixedTable.Of(4000);
    private static readonly IGenerator Generator = TreeGenerator.Fit(Real);

    [Fact]
    public void Same_seed_gives_same_rows_whatever_the_threads_of_fit_and_draw()
    {
        var single = TreeGenerator.Fit(Real, new() { Threads = 1 });
        var conditions = ConditionSet.Parse(Real.Schema, ["label=yes:0.4", "price=..30"]);
        foreach (var wanted in new[] { null, conditions })
        {
            TableAssert.Equal(
                single.Draw(new SampleRequest(5000, 7, wanted, Threads: 1)).Table,
                Generator.Draw(new SampleRequest(5000, 7, wanted, Threads: 8)).Table);
        }
    }

    [Fact]
    public void Fewer_rows_are_the_first_of_more() =>
        TableAssert.Equal(Generator.Sample(3000, 3).Slice(0, 700), Generator.Sample(700, 3));

    [Fact]
    public void Columns_and_pairs_are_as_in_other_real_rows()
    {
        var made = Generator.Sample(4000, 5).Without("id", "note", "members", "city");
        var real = Real.Without("id", "note", "members", "city");
        var other = MixedTable.Of(4000, seed: 2).Without("id", "note", "members", "city");
        Assert.InRange(Likeness(real, made).Shapes.Value!.Value, Likeness(real, other).Shapes.Value!.Value - 0.005, 1);
        Assert.InRange(Likeness(real, made).TrendsOfAllPairs.Value!.Value, Likeness(real, other).TrendsOfAllPairs.Value!.Value - 0.015, 1);
    }

    [Fact]
    public void Missing_values_are_as_frequent_as_they_were_given_other_columns()
    {
        foreach (var (city, low, high) in new[] { ("Athens", 0.36, 0.44), ("Essen", 0.0, 0.12) })
        {
            var made = Generator.Sample(4000, 5, ConditionSet.Parse(Real.Schema, [$"city={city}"]));
            Assert.InRange(TableAssert.Share(made, "members", Number.IsMissing), low, high);
        }
    }

    [Fact]
    public void Columns_that_come_first_meet_conditions_without_weights()
    {
        var conditions = ConditionSet.Parse(Real.Schema, ["label=yes", "price=..12"]);
        var behind = Generator.Draw(new SampleRequest(1000, 3, conditions));
        var ahead = TreeGenerator.Fit(Real, new() { First = ["label", "price"] }).Draw(new SampleRequest(1000, 3, conditions));
        Assert.InRange(ahead.EffectiveSampleSize, 999, 1000);
        Assert.InRange(behind.EffectiveSampleSize, 100, 1000);
        Assert.All(Enumerable.Range(0, 1000), row => Assert.True(conditions.Matches(ahead.Table, row)));
        Assert.InRange(
            TableAssert.Share(ahead.Table, "active", value => value == 1) - TableAssert.Share(behind.Table, "active", value => value == 1), -0.1, 0.1);
    }

    [Fact]
    public void Rows_that_were_mixed_up_are_less_probable_than_real_ones()
    {
        var other = MixedTable.Of(1000, seed: 3);
        var mixed = other.With(other["price"].Take([.. Enumerable.Range(0, 1000).Select(row => (row + 500) % 1000)]));
        var less = Generator.LogProbabilities(other).Zip(Generator.LogProbabilities(mixed), (own, others) => own > others ? 1.0 : 0.0).Average();
        Assert.InRange(less, 0.7, 1);
        var unknown = other.With(NameColumn.From(other["city"].Schema, Enumerable.Repeat("Oslo", 1000)));
        Assert.All(Generator.LogProbabilities(unknown), value => Assert.Equal(double.NegativeInfinity, value));
    }

    [Theory]
    [InlineData(50, "marginals")]
    [InlineData(150, "cart")]
    [InlineData(200, "tree")]
    public void Simpler_methods_take_over_where_rows_are_few(int rows, string method)
    {
        var generator = TreeGenerator.Fit(MixedTable.Of(rows));
        Assert.Equal(method, generator.Method);
        Assert.Equal(method != "tree", generator.FallbackReason is not null);
        Assert.Equal(rows, generator.Sample(rows, 1).Rows);
    }

    [Fact]
    public void Saved_and_loaded_gives_the_same_rows_and_probabilities()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".smgn");
        try
        {
            GeneratorFile.Save(path, Generator);
            var loaded = GeneratorFile.Load(path);
            TableAssert.Equal(Generator.Sample(500, 3), loaded.Sample(500, 3));
            Assert.Equal(Generator.LogProbabilities(Real.Slice(0, 100)), loaded.LogProbabilities(Real.Slice(0, 100)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void No_row_is_a_copy_of_a_training_row_that_is_the_only_one_of_its_kind()
    {
        // Three columns of few values: without the gate hundreds of rows would be such copies.
        var few = Real.Take([.. Enumerable.Range(0, 1500)]);
        var narrow = new Table([few["city"], few["members"], few["price"].As(few["price"].Schema)]);
        var drawn = TreeGenerator.Fit(narrow).Draw(new SampleRequest(3000, 1));
        var single = TableAssert.Text(narrow).Split('\n').CountBy(row => row).Where(pair => pair.Value == 1).Select(pair => pair.Key).ToHashSet();
        Assert.True(drawn.Gate.Copies > 0);
        Assert.Equal(0, drawn.Gate.Kept);
        Assert.DoesNotContain(TableAssert.Text(drawn.Table).Split('\n'), single.Contains);
    }

    [Fact]
    public void Cancelled_fit_and_draw_throw()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => TreeGenerator.Fit(Real, cancellation: source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => Generator.Sample(5000, 1, cancellation: source.Token));
    }

    private static QualityReport Likeness(Table real, Table made) => QualityReport.Of(new TablePair(real, made));
}
