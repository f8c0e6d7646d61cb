using SynthMonitor.Demo.Streams.Agrawal;

namespace SynthMonitor.Tests.Demo.Streams.Agrawal;

/// <summary>Cases worked out by hand from the definitions in the paper, at and beside the bounds.</summary>
public sealed class AgrawalFunctionsTests
{
    [Theory]
    [InlineData(39, true)]
    [InlineData(40, false)]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void Function_1_approves_outside_the_middle_age(int age, bool approved) =>
        Assert.Equal(approved, Approves(1, age: age));

    [Theory]
    [InlineData(39, 49_999, false)]
    [InlineData(39, 50_000, true)]
    [InlineData(39, 100_000, true)]
    [InlineData(39, 100_001, false)]
    [InlineData(40, 74_999, false)]
    [InlineData(40, 75_000, true)]
    [InlineData(59, 125_000, true)]
    [InlineData(59, 125_001, false)]
    [InlineData(60, 24_999, false)]
    [InlineData(60, 25_000, true)]
    [InlineData(60, 75_000, true)]
    [InlineData(60, 75_001, false)]
    public void Function_2_approves_a_band_of_salary_by_age(int age, double salary, bool approved) =>
        Assert.Equal(approved, Approves(2, age: age, salary: salary));

    [Theory]
    [InlineData(39, "0,1")]
    [InlineData(40, "1,2,3")]
    [InlineData(59, "1,2,3")]
    [InlineData(60, "2,3,4")]
    public void Function_3_approves_levels_of_education_by_age(int age, string levels) =>
        Assert.Equal(levels, string.Join(",", Enumerable.Range(0, 5).Where(level => Approves(3, age: age, level: level))));

    [Theory]
    [InlineData(30, 1, 25_000, 75_000)]
    [InlineData(30, 2, 50_000, 100_000)]
    [InlineData(50, 1, 50_000, 100_000)]
    [InlineData(50, 0, 75_000, 125_000)]
    [InlineData(50, 4, 75_000, 125_000)]
    [InlineData(70, 4, 50_000, 100_000)]
    [InlineData(70, 1, 25_000, 75_000)]
    public void Function_4_approves_a_band_of_salary_by_age_and_education(int age, int level, double lowest, double highest) =>
        AssertBand(lowest, highest, salary => Approves(4, age: age, level: level, salary: salary));

    [Theory]
    [InlineData(30, 50_000, 100_000, 300_000)]
    [InlineData(30, 49_999, 200_000, 400_000)]
    [InlineData(50, 125_000, 200_000, 400_000)]
    [InlineData(50, 125_001, 300_000, 500_000)]
    [InlineData(70, 25_000, 300_000, 500_000)]
    [InlineData(70, 75_001, 100_000, 300_000)]
    public void Function_5_approves_a_band_of_the_loan_by_age_and_salary(int age, double salary, double lowest, double highest) =>
        AssertBand(lowest, highest, loan => Approves(5, age: age, salary: salary, loan: loan));

    [Theory]
    [InlineData(30, 50_000, 100_000)]
    [InlineData(50, 75_000, 125_000)]
    [InlineData(70, 25_000, 75_000)]
    public void Function_6_approves_a_band_of_salary_and_commission_by_age(int age, double lowest, double highest) =>
        AssertBand(lowest, highest, sum => Approves(6, age: age, salary: sum - 12_000, commission: 12_000));

    [Fact]
    public void Function_7_approves_an_income_that_bears_the_loan()
    {
        // 2/3 · (45,000 + 15,000) − 100,000/5 − 20,000 = 0 is not enough.
        Assert.False(Approves(7, salary: 45_000, commission: 15_000, loan: 100_000));
        Assert.True(Approves(7, salary: 45_000, commission: 15_003, loan: 100_000));
        Assert.True(Approves(7, salary: 45_000, commission: 15_000, loan: 99_990));
    }

    [Fact]
    public void Function_8_approves_an_income_that_bears_the_education()
    {
        // 2/3 · 60,000 − 4 · 5,000 − 20,000 = 0.
        Assert.False(Approves(8, salary: 60_000, level: 4));
        Assert.True(Approves(8, salary: 60_000, level: 3));
        Assert.True(Approves(8, salary: 60_003, level: 4));
    }

    [Fact]
    public void Function_9_approves_an_income_that_bears_both()
    {
        // 2/3 · 60,000 − 2 · 5,000 − 100,000/5 − 10,000 = 0.
        Assert.False(Approves(9, salary: 60_000, level: 2, loan: 100_000));
        Assert.True(Approves(9, salary: 60_000, level: 1, loan: 100_000));
        Assert.True(Approves(9, salary: 60_000, level: 2, loan: 99_995));
    }

    [Fact]
    public void Function_10_counts_what_a_house_owned_for_twenty_years_is_worth()
    {
        // 2/3 · 30,000 − 4 · 5,000 − 10,000 = −10,000; a fifth of 250,000/10 for each of two years beyond twenty makes up for it.
        Assert.False(Approves(10, salary: 30_000, level: 4, houseValue: 250_000, years: 20));
        Assert.False(Approves(10, salary: 30_000, level: 4, houseValue: 250_000, years: 22));
        Assert.True(Approves(10, salary: 30_000, level: 4, houseValue: 250_010, years: 22));
        Assert.False(Approves(10, salary: 30_000, level: 4, houseValue: 1_350_000, years: 19));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void There_is_no_other_function(int function) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Approves(function));

    private static void AssertBand(double lowest, double highest, Func<double, bool> approves) =>
        Assert.Equal([false, true, true, false], new[] { lowest - 1, lowest, highest, highest + 1 }.Select(approves));

    private static bool Approves(
        int function, double salary = 0, double commission = 0, int age = 30, int level = 0, double houseValue = 0, int years = 1,
        double loan = 0) =>
        AgrawalFunctions.Approves(function, new(salary, commission, age, level, 0, 0, houseValue, years, loan));
}
