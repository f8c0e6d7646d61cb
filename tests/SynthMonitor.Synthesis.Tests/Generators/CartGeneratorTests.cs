using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Tests.Generators;

public sealed class CartGeneratorTests
{
    private static readonly Table Real = MixedTable.Of(6000);
    private static readonly IGenerator Generator = CartGenerator.Fit(Real);

    [Fact]
    public void Same_seed_gives_same_rows_whatever_the_threads_of_fit_and_draw()
    {
        var single = CartGenerator.Fit(Real, new() { Threads = 1 });
        var conditions = ConditionSet.Parse(Real.Schema, ["label=yes:0.4", "price=..30"]);
        foreach (var wanted in new[] { null, conditions })
        {
            var one = single.Draw(new SampleRequest(5000, 7, wanted, Threads: 1)).Table;
            var many = Generator.Draw(new SampleRequest(5000, 7, wanted, Threads: 8)).Table;
            TableAssert.Equal(one, many);
        }
    }

    [Fact]
    public void Another_seed_gives_other_rows() =>
        Assert.NotEqual(TableAssert.Text(Generator.Sample(50, 1)), TableAssert.Text(Generator.Sample(50, 2)));

    [Fact]
    public void Fewer_rows_are_the_first_of_more() =>
        TableAssert.Equal(Generator.Sample(3000, 3).Slice(0, 700), Generator.Sample(700, 3));

    [Fact]
    public void Schema_is_that_of_the_table()
    {
        Assert.Equal(Real.Schema, Generator.Schema);
        Assert.Equal(Real.Schema, Generator.Sample(10, 1).Schema);
        Assert.Equal(Real.Schema, Generator.Sample(0, 1).Schema);
    }

    [Fact]
    public void Rounding_whole_numbers_and_days_are_kept()
    {
        var made = Generator.Sample(4000, 5);
        foreach (var value in ((NumberColumn)made["price"]).Values)
        {
            Assert.Equal(Math.Round(value, 2), value);
        }

        foreach (var value in ((NumberColumn)made["members"]).Values)
        {
            Assert.True(Number.IsMissing(value) || value is >= 1 and <= 6 && value == Math.Floor(value));
        }

        foreach (var value in ((NumberColumn)made["since"]).Values)
        {
            Assert.Equal(0, value % 86_400_000);
        }

        Assert.InRange(TableAssert.Share(made, "discount", value => value == 0), 0.46, 0.54);
    }

    [Fact]
    public void Missing_values_are_as_frequent_as_they_were_given_other_columns()
    {
        var made = Generator.Sample(12_000, 5);
        var inAthens = made.Take([.. Enumerable.Range(0, made.Rows).Where(row => ((NameColumn)made["city"])[row] == "Athens")]);
        var inEssen = made.Take([.. Enumerable.Range(0, made.Rows).Where(row => ((NameColumn)made["city"])[row] == "Essen")]);
        Assert.InRange(TableAssert.Share(inAthens, "members", Number.IsMissing), 0.35, 0.45);
        Assert.InRange(TableAssert.Share(inEssen, "members", Number.IsMissing), 0.0, 0.15);
    }

    [Fact]
    public void Values_of_single_rows_are_not_repeated_beyond_chance()
    {
        var seen = ((NumberColumn)Real["discount"]).Values.ToArray().Where(value => value != 0).ToHashSet();
        var made = ((NumberColumn)Generator.Sample(6000, 9)["discount"]).Values.ToArray();
        Assert.DoesNotContain(made, value => seen.Contains(value));
        foreach (var name in new[] { "id", "note" })
        {
            var texts = (NameColumn)Real[name];
            var known = Enumerable.Range(0, Real.Rows).Select(row => texts[row]).ToHashSet();
            var column = (NameColumn)Generator.Sample(6000, 9)[name];
            Assert.DoesNotContain(Enumerable.Range(0, 6000).Select(row => column[row]), known.Contains);
        }
    }

    [Fact]
    public void Keys_are_unique_and_of_the_seen_shape()
    {
        var keys = (NameColumn)Generator.Sample(6000, 4)["id"];
        var texts = Enumerable.Range(0, 6000).Select(row => keys[row]!).ToList();
        Assert.Equal(6000, texts.Distinct().Count());
        Assert.All(texts, text => Assert.Matches("^TX-[0-9]{6}$", text));
    }

    [Fact]
    public void Few_rows_fall_back_to_marginals_and_say_so()
    {
        var small = CartGenerator.Fit(MixedTable.Of(60));
        Assert.Equal(MarginalsGenerator.Method, small.Method);
        Assert.Contains("60 rows", small.FallbackReason, StringComparison.Ordinal);
        Assert.Equal(60, small.Sample(60, 1).Rows);
        Assert.Null(Generator.FallbackReason);
    }

    [Fact]
    public void Cancelled_fit_and_draw_throw()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => CartGenerator.Fit(Real, cancellation: source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => Generator.Sample(5000, 1, cancellation: source.Token));
        var conditions = ConditionSet.Parse(Real.Schema, ["label=yes"]);
        Assert.ThrowsAny<OperationCanceledException>(() => Generator.Sample(5000, 1, conditions, cancellation: source.Token));
    }

    [Fact]
    public void Progress_reaches_the_whole()
    {
        var shares = new List<double>();
        CartGenerator.Fit(MixedTable.Of(500), new() { Threads = 1 }, new Recorder<double>(shares.Add));
        Assert.Equal(1.0, shares[^1]);
        var rows = new List<long>();
        Generator.Draw(new SampleRequest(5000, 1, Threads: 1), new Recorder<long>(rows.Add));
        Assert.Equal(5000, rows[^1]);
    }

    [Fact]
    public void Unknown_target_and_empty_table_are_refused()
    {
        var message = Assert.Throws<InputException>(() => CartGenerator.Fit(Real, new() { Target = "lable" })).Message;
        Assert.Contains("perhaps 'label'", message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => CartGenerator.Fit(MixedTable.Of(0)));
    }

    private sealed class Recorder<T>(Action<T> record) : IProgress<T>
    {
        public void Report(T value) => record(value);
    }
}
