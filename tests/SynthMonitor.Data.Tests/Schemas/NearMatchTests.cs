using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tests.Schemas;

public sealed class NearMatchTests
{
    [Theory]
    [InlineData("incmoe", "income")]
    [InlineData("INCOME", "income")]
    [InlineData("incom", "income")]
    [InlineData("hours", null)]
    [InlineData("agee", "age")]
    [InlineData("x", null)]
    public void The_nearest_name_is_found(string name, string? expected) =>
        Assert.Equal(expected, NearMatch.Find(name, ["age", "income", "hours-per-week"]));

    [Fact]
    public void Where_no_name_is_near_all_are_told_while_they_are_few()
    {
        Assert.Equal("one of age, income", NearMatch.Expected("x", ["age", "income"]));
        Assert.Equal("perhaps 'age'", NearMatch.Expected("gae", ["age", "income"]));
        Assert.StartsWith(
            "one of the 20 names, such as name0, name1", NearMatch.Expected("x", [.. Enumerable.Range(0, 20).Select(i => $"name{i}")]));
    }
}
