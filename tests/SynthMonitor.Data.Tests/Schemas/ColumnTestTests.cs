using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tests.Schemas;

/// <summary>Each test of a column has one name and one kind.</summary>
public sealed class ColumnTestTests
{
    [Fact]
    public void Every_test_has_a_name_by_which_it_is_found_again()
    {
        Assert.Equal(Enum.GetValues<ColumnTest>().Order(), ColumnTests.ByName.Values.Order());
        Assert.All(Enum.GetValues<ColumnTest>(), test => Assert.Equal(test, ColumnTests.ByName[ColumnTests.NameOf(test)]));
    }

    [Fact]
    public void A_distance_is_no_test_of_values()
    {
        Assert.All(Enum.GetValues<ColumnTest>(), test => Assert.False(test.IsOfValues() && test.IsDistance(), $"{test}"));
        Assert.Equal(
            [ColumnTest.Automatic, ColumnTest.Ignore, ColumnTest.G, ColumnTest.ChiSquared],
            Enum.GetValues<ColumnTest>().Where(test => !test.IsOfValues() && !test.IsDistance()));
    }

    [Theory]
    [InlineData(ColumnTest.Welch, true)]
    [InlineData(ColumnTest.Energy, true)]
    [InlineData(ColumnTest.Wasserstein, true)]
    [InlineData(ColumnTest.G, false)]
    [InlineData(ColumnTest.Hellinger, false)]
    public void Names_can_be_tested_by_what_needs_no_numbers(ColumnTest test, bool needs) => Assert.Equal(needs, test.NeedsNumbers());
}
