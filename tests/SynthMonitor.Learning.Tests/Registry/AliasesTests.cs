using SynthMonitor.Learning.Registry;

namespace SynthMonitor.Learning.Tests.Registry;

public sealed class AliasesTests
{
    [Fact]
    public void Promotion_keeps_the_champion_as_the_previous_one() =>
        Assert.Equal(new Aliases(0, "b", null, "a"), (Aliases.None with { Champion = "a", Challenger = "b" }).Promote("b"));

    [Fact]
    public void Promoting_the_champion_again_changes_nothing()
    {
        var aliases = Aliases.None.Promote("a").Promote("b");
        Assert.Equal(aliases, aliases.Promote("b"));
    }

    [Fact]
    public void Rollback_brings_the_previous_champion_back_once()
    {
        var aliases = Aliases.None.Promote("a").Promote("b").Rollback();
        Assert.Equal(("a", null), (aliases.Champion, aliases.Previous));
        Assert.Throws<InvalidOperationException>(aliases.Rollback);
    }
}
