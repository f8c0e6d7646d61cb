using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Constraints;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Tests.Constraints;

public sealed class ConstraintSetTests
{
    private static readonly Table Real = Orders(3000);

    private static readonly string[] Texts =
    [
        "ordered <= shipped", "net + tax = gross", "combinations country, city", "city not null when country=FR",
        "code matches [A-Z]{2}-[0-9]{4}", "net + 2 * tax > 1",
    ];

    [Theory]
    [InlineData("tree")]
    [InlineData("cart")]
    [InlineData("marginals")]
    public void No_row_breaks_a_constraint(string method)
    {
        var constraints = ConstraintSet.Parse(Real.Schema, Texts);
        var made = GeneratorMethods.Fit(method, Real, new CartOptions { Constraints = constraints }).Sample(20_000, 3);
        Assert.All(constraints.Constraints, constraint => Assert.Equal(0, constraint.Violations(made)));
        Assert.Equal(
            Pairs(Real).Order(StringComparer.Ordinal), Pairs(made).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_them_rows_would_break_them()
    {
        var made = GeneratorMethods.Fit("marginals", Real, new CartOptions()).Sample(2000, 3);
        var constraints = ConstraintSet.Parse(Real.Schema, ["ordered <= shipped", "net + tax = gross"]);
        Assert.All(constraints.Constraints, constraint => Assert.True(constraint.Violations(made) > 100));
    }

    [Fact]
    public void Conditions_and_constraints_hold_together()
    {
        var constraints = ConstraintSet.Parse(Real.Schema, Texts);
        var generator = TreeGenerator.Fit(Real, new() { Constraints = constraints, First = ["country", "shipped"] });
        var conditions = ConditionSet.Parse(Real.Schema, ["country=IT", "shipped=2020-03-01..2020-03-20"]);
        var made = generator.Sample(3000, 1, conditions);
        Assert.All(constraints.Constraints, constraint => Assert.Equal(0, constraint.Violations(made)));
        Assert.All(Enumerable.Range(0, made.Rows), row => Assert.True(conditions.Matches(made, row)));
    }

    [Fact]
    public void Unique_columns_hold_no_value_twice()
    {
        var real = Orders(300);
        var seats = real.With(new NumberColumn(new("seat", ColumnKind.Integer), [.. Enumerable.Range(0, 300).Select(row => row * 7 % 2100.0)]));
        var generator = TreeGenerator.Fit(seats, new() { Constraints = ConstraintSet.Parse(seats.Schema, ["unique seat"]) });
        Assert.Equal(150, ((NumberColumn)generator.Sample(150, 1)["seat"]).Values.ToArray().Distinct().Count());
        var message = Assert.Throws<InputException>(() => generator.Sample(5000, 1)).Message;
        Assert.Contains("unique seat", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_that_another_decides_is_decided_in_every_made_row()
    {
        var made = TreeGenerator.Fit(Real).Sample(20_000, 3);
        var (city, zone) = ((NameColumn)made["city"], (NumberColumn)made["zone"]);
        Assert.All(Enumerable.Range(0, made.Rows), row => Assert.Equal(ZoneOf(city[row]), zone.Values[row]));
    }

    [Fact]
    public void Saved_and_loaded_constraints_bind()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".smgn");
        try
        {
            var constraints = ConstraintSet.Parse(Real.Schema, Texts);
            var generator = CartGenerator.Fit(Real, new() { Constraints = constraints });
            GeneratorFile.Save(path, generator);
            TableAssert.Equal(generator.Sample(1000, 4), GeneratorFile.Load(path).Sample(1000, 4));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("shipped <= ordered", "training rows break it")]
    [InlineData("unique country", "2998 of 3000 training rows break it")]
    [InlineData("code matches [A-Z]{3}", "3000 of 3000 training rows break it")]
    public void Training_rows_that_break_a_constraint_are_counted(string text, string expected)
    {
        var options = new CartOptions { Constraints = ConstraintSet.Parse(Real.Schema, [text]) };
        Assert.Contains(expected, Assert.Throws<InputException>(() => CartGenerator.Fit(Real, options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nett <= gross", "perhaps 'net'")]
    [InlineData("net<=gross", "expected 'a <= b'")]
    [InlineData("net <=", "nothing on one side")]
    [InlineData("net + <= gross", "a sign with nothing behind it")]
    [InlineData("net tax <= gross", "expected '+' or '-'")]
    [InlineData("net <= gross <= tax", "expected 'a <= b'")]
    [InlineData("net <= city", "holds names")]
    [InlineData("net - net = 0", "no column is left")]
    [InlineData("combinations city", "expected at least 2")]
    [InlineData("city not null when city=Rome", "expected a condition on another column")]
    [InlineData("code matches [", "expected a regular expression")]
    public void Texts_that_are_no_constraint_are_refused_with_the_reason(string text, string expected)
    {
        var message = Assert.Throws<InputException>(() => ConstraintSet.Parse(Real.Schema, [text])).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    /// <summary>Orders: dates in order, prices that add up, cities of countries with a zone each, and a code.</summary>
    internal static Table Orders(int rows)
    {
        string[][] cities = [["Rome", "Turin"], ["Paris", "Lyon", "Nice"]];
        var (country, city, code) = (new string?[rows], new string?[rows], new string?[rows]);
        var (ordered, shipped, net, tax, zone) = (new double[rows], new double[rows], new double[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            var random = new KeyedRandom(9, (ulong)row);
            var place = random.Next(2);
            country[row] = place == 0 ? "IT" : "FR";
            city[row] = place == 0 && random.Next(10) == 0 ? null : cities[place][random.Next(cities[place].Length)];
            zone[row] = ZoneOf(city[row]);
            ordered[row] = (18_262 + random.Next(90)) * 86_400_000.0;
            shipped[row] = ordered[row] + random.Next(14) * 86_400_000.0;
            net[row] = Math.Round(5 + 50 * random.NextDouble(), 2);
            tax[row] = Math.Round(net[row] * (place == 0 ? 0.22 : 0.2), 2);
            code[row] = $"{(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}-{random.Next(10_000):D4}";
        }

        return new Table([
            NameColumn.From(new("country", ColumnKind.Categorical), country), NameColumn.From(new("city", ColumnKind.Categorical), city),
            new NumberColumn(new("zone", ColumnKind.Integer), zone), new NumberColumn(new("ordered", ColumnKind.Datetime, Format: "yyyy-MM-dd"), ordered),
            new NumberColumn(new("shipped", ColumnKind.Datetime, Format: "yyyy-MM-dd"), shipped), new NumberColumn(new("net", ColumnKind.Numeric), net),
            new NumberColumn(new("tax", ColumnKind.Numeric), tax),
            new NumberColumn(new("gross", ColumnKind.Numeric), [.. net.Zip(tax, (a, b) => Math.Round(a + b, 2))]),
            NameColumn.From(new("code", ColumnKind.Text), code),
        ]);
    }

    private static double ZoneOf(string? city) => city is null ? 0 : city.Length;

    private static IEnumerable<string> Pairs(Table table) => Enumerable.Range(0, table.Rows)
        .Select(row => ((NameColumn)table["country"])[row] + "|" + ((NameColumn)table["city"])[row]).Distinct();
}
