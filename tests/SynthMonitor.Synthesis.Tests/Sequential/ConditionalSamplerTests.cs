using CsCheck;
using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Tests.Sequential;

public sealed class ConditionalSamplerTests
{
    private static readonly Table Real = MixedTable.Of(8000);
    private static readonly IGenerator Generator = CartGenerator.Fit(Real);

    private static readonly string[] Fixed =
        ["city=", "city=!Athens", "members=", "discount=0", "discount=!0", "active=true", "active=0", "label=no", "label=yes,no"];

    private static readonly Gen<string> AnyCondition = Gen.OneOf(
        Gen.Int[0, 4].Select(city => MixedTable.Cities[city]).Array[1, 3].Select(cities => "city=" + string.Join(',', cities)),
        Gen.Int[0, Fixed.Length - 1].Select(index => Fixed[index]),
        Gen.Select(Gen.Double[5, 25], Gen.Double[25, 60]).Select((low, high) => $"price={low:R}..{high:R}"),
        Gen.Int[1, 6].Select(members => $"members={members},"),
        Gen.Double[0.01, 0.5].Select(low => $"discount={low:R}..{low + 0.3:R}"),
        Gen.Int[1, 20].Select(day => $"since=2019-06-{day:D2}..2020-06-{day:D2}"));

    [Fact]
    public void Every_row_meets_the_conditions() =>
        Gen.Select(AnyCondition.Array[1, 3], Gen.ULong).Sample(
            (texts, seed) =>
            {
                var conditions = ConditionSet.Parse(Real.Schema, texts);
                try
                {
                    var made = Generator.Sample(100, seed, conditions);
                    return Enumerable.Range(0, made.Rows).All(row => conditions.Matches(made, row));
                }
                catch (InputException)
                {
                    // Refused is right only where real rows hardly ever meet them either.
                    return Enumerable.Range(0, Real.Rows).Count(row => conditions.Matches(Real, row)) < 20;
                }
            },
            iter: 60);

    [Fact]
    public void Rest_of_the_row_follows_the_conditional_distribution()
    {
        // The label is drawn last and the city first: given the label, cities must be those of real rows with that label.
        foreach (var label in new[] { "yes", "no" })
        {
            var conditions = ConditionSet.Parse(Real.Schema, [$"label={label}"]);
            var made = Generator.Draw(new SampleRequest(8000, 3, conditions));
            var real = Enumerable.Range(0, Real.Rows).Where(row => conditions.Matches(Real, row)).ToArray();
            foreach (var city in MixedTable.Cities)
            {
                Assert.InRange(CityShare(made.Table, city) - CityShare(Real.Take(real), city), -0.03, 0.03);
            }

            Assert.InRange(made.EffectiveSampleSize, 4000, 8000);
        }
    }

    [Fact]
    public void Conditional_draws_agree_with_choosing_among_free_ones()
    {
        var conditions = ConditionSet.Parse(Real.Schema, ["price=20..45", "active=true"]);
        var free = Generator.Sample(60_000, 17);
        var chosen = free.Take([.. Enumerable.Range(0, free.Rows).Where(row => conditions.Matches(free, row))]);
        var made = Generator.Sample(chosen.Rows, 18, conditions);
        foreach (var city in MixedTable.Cities)
        {
            Assert.InRange(CityShare(made, city) - CityShare(chosen, city), -0.02, 0.02);
        }

        double Difference(string name, Func<double, bool> isSuch) => TableAssert.Share(made, name, isSuch) - TableAssert.Share(chosen, name, isSuch);
        Assert.InRange(Difference("price", price => price < 30), -0.02, 0.02);
        Assert.InRange(Difference("members", Number.IsMissing), -0.02, 0.02);
    }

    [Fact]
    public void Shares_are_exact()
    {
        var conditions = ConditionSet.Parse(Real.Schema, ["label=yes:0.3", "city=Cork:0.25", "city=Athens,Bergen:0.5", "price=10.."]);
        var made = Generator.Sample(1000, 5, conditions);
        var (label, city) = ((NameColumn)made["label"], (NameColumn)made["city"]);
        var rows = Enumerable.Range(0, made.Rows).ToArray();
        Assert.Equal(300, rows.Count(row => label[row] == "yes"));
        Assert.Equal(250, rows.Count(row => city[row] == "Cork"));
        Assert.Equal(500, rows.Count(row => city[row] is "Athens" or "Bergen"));
        Assert.All(rows, row => Assert.True(conditions.Matches(made, row)));
        Assert.InRange(rows.Take(500).Count(row => label[row] == "yes"), 110, 190);
    }

    [Fact]
    public void Share_of_none_and_of_all_bind_every_row()
    {
        var city = (NameColumn)Generator.Sample(500, 5, ConditionSet.Parse(Real.Schema, ["city=Athens:0"]))["city"];
        Assert.DoesNotContain("Athens", Enumerable.Range(0, 500).Select(row => city[row]));
        city = (NameColumn)Generator.Sample(500, 5, ConditionSet.Parse(Real.Schema, ["city=Essen:1"]))["city"];
        Assert.All(Enumerable.Range(0, 500), row => Assert.Equal("Essen", city[row]));
    }

    [Theory]
    [InlineData("city=Paris", "no row has city=Paris; expected something among values Athens")]
    [InlineData("price=1000..", "no row has price=1000..; expected something among values from")]
    [InlineData("members=2.5", "expected a whole number")]
    [InlineData("city=Athens;city=Bergen", "no row has city=Athens and city=Bergen")]
    [InlineData("label=yes,no:0.5", "no row has not label=yes,no:0.5")]
    [InlineData("city=Athens,Cork:0.2;city=Cork:0.2", "overlaps")]
    [InlineData("active=true;city=Athens;label=no;price=45..", "no row can be made with city=Athens together with price=45..;")]
    public void Impossible_conditions_are_refused_with_the_reason(string texts, string expected)
    {
        var message = Assert.Throws<InputException>(() => Generator.Sample(10, 1, ConditionSet.Parse(Real.Schema, texts.Split(';')))).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rare_combinations_report_how_many_independent_rows_they_amount_to()
    {
        var conditions = ConditionSet.Parse(Real.Schema, ["members=", "label=yes", "active=true", "discount=0.2..0.21"]);
        var made = Generator.Draw(new SampleRequest(2000, 3, conditions));
        Assert.InRange(made.EffectiveSampleSize, 100, 2000);
        Assert.Equal(2000, made.Table.Rows);
    }

    private static double CityShare(Table table, string city) =>
        (double)Enumerable.Range(0, table.Rows).Count(row => ((NameColumn)table["city"])[row] == city) / table.Rows;
}
