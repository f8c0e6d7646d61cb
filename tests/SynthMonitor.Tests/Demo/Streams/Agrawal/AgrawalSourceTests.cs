using CsCheck;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams;
using SynthMonitor.Demo.Streams.Agrawal;

namespace SynthMonitor.Tests.Demo.Streams.Agrawal;

public sealed class AgrawalSourceTests
{
    private const int Count = 20_000;

    [Fact]
    public void Attributes_lie_in_their_ranges_and_fill_them()
    {
        var applications = Read(new AgrawalSource(7, new AgrawalOptions()));

        AssertFills(applications, application => application.Salary, 20_000, 150_000);
        AssertFills(applications, application => application.Age, 20, 80);
        AssertFills(applications, application => application.YearsOwned, 1, 30);
        AssertFills(applications, application => application.Loan, 0, 500_000);
        AssertFills(applications.Where(application => application.ZipCode == 8), application => application.HouseValue, 50_000, 150_000);
        AssertFills(applications.Where(application => application.ZipCode == 0), application => application.HouseValue, 450_000, 1_350_000);
        AssertFills(applications.Where(application => application.Commission > 0), application => application.Commission, 10_000, 75_000);
        AssertEven(applications.CountBy(application => application.EducationLevel), 5);
        AssertEven(applications.CountBy(application => application.Car), 20);
        AssertEven(applications.CountBy(application => application.ZipCode), 9);
    }

    [Fact]
    public void Without_perturbation_values_obey_the_definitions_and_labels_the_function()
    {
        for (var function = 1; function <= AgrawalFunctions.Count; function++)
        {
            var source = new AgrawalSource(7, new AgrawalOptions(function, Perturbation: 0));
            var rows = source.Read(2000);
            var labels = Labels.Of(rows, source.Target, source.Positive);
            for (var row = 0; row < rows.Rows; row++)
            {
                var application = LoanColumns.ToApplication(rows, row);
                Assert.Equal(application.Salary >= 75_000, application.Commission == 0);
                Assert.Equal(AgrawalFunctions.Approves(function, application), labels[row]);
            }
        }
    }

    [Fact]
    public void Perturbation_shifts_numbers_by_at_most_its_share_of_the_range_and_leaves_labels()
    {
        var exact = new AgrawalSource(7, new AgrawalOptions(Perturbation: 0)).Read(Count);
        var noisy = new AgrawalSource(7, new AgrawalOptions(Perturbation: 0.05)).Read(Count);

        Assert.Equal(Labels.Of(exact, "approved", "yes"), Labels.Of(noisy, "approved", "yes"));
        var shifts = Enumerable.Range(0, Count).Select(row => Math.Abs(Value(exact, row) - Value(noisy, row))).ToList();
        Assert.InRange(shifts.Max(), 0.04 * 500_000, 0.05 * 500_000 + 1);

        static double Value(Table rows, int row) => ((NumberColumn)rows["loan"]).Values[row];
    }

    [Fact]
    public void Portions_do_not_matter_and_the_seed_does() => Gen.Int[1, 50].List[1, 20].Sample(portions =>
    {
        var total = portions.Sum();
        var source = new AgrawalSource(3, new AgrawalOptions());
        var parts = portions.SelectMany(portion => Read(source, portion)).ToList();
        Assert.Equal(Read(new AgrawalSource(3, new AgrawalOptions()), total), parts);
        Assert.NotEqual(Read(new AgrawalSource(4, new AgrawalOptions()), total), parts);
    });

    [Fact]
    public void Another_function_labels_by_the_other_rule()
    {
        var rows = new AgrawalSource(7, new AgrawalOptions()).Read(100);
        var rule = new AgrawalSource(7, new AgrawalOptions(OtherFunction: 4)).OtherRule;
        var random = default(Data.Randomness.KeyedRandom);
        for (var row = 0; row < rows.Rows; row++)
        {
            var expected = AgrawalFunctions.Approves(4, LoanColumns.ToApplication(rows, row));
            Assert.Equal(expected, rule.Label(rows, row, true, ref random));
            Assert.Equal(expected, rule.Label(rows, row, false, ref random));
        }
    }

    private static List<LoanApplication> Read(AgrawalSource source, int count = Count)
    {
        var rows = source.Read(count);
        Assert.Equal(count, rows.Rows);
        Assert.Equal(source.Schema, rows.Schema);
        return [.. Enumerable.Range(0, count).Select(row => LoanColumns.ToApplication(rows, row))];
    }

    private static void AssertFills(IEnumerable<LoanApplication> applications, Func<LoanApplication, double> select, double low, double high)
    {
        var values = applications.Select(select).ToList();
        var slack = 0.02 * (high - low);
        Assert.InRange(values.Min(), low, low + slack);
        Assert.InRange(values.Max(), high - slack, high);
        Assert.InRange(values.Average(), (low + high) / 2 - slack, (low + high) / 2 + slack);
    }

    private static void AssertEven(IEnumerable<KeyValuePair<int, int>> counts, int values)
    {
        var expected = (double)Count / values;
        Assert.Equal(Enumerable.Range(0, values), counts.Select(entry => entry.Key).Order());
        Assert.All(counts, entry => Assert.InRange(entry.Value, expected - 5 * Math.Sqrt(expected), expected + 5 * Math.Sqrt(expected)));
    }
}
