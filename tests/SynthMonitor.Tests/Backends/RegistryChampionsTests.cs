using SynthMonitor.Backends;
using SynthMonitor.Learning.Registry;

namespace SynthMonitor.Tests.Backends;

public sealed class RegistryChampionsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("registry");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Projecting_again_changes_nothing()
    {
        var registry = new FileRegistry(folder.FullName);
        var champions = new RegistryChampions(registry);
        Assert.Null(champions.Champion("loans"));
        champions.Project("loans", "new", "old");
        champions.Project("loans", "new", "old");
        Assert.Equal(new Aliases(1, "new", Previous: "old"), registry.Aliases("loans"));
        Assert.Equal("new", champions.Champion("loans"));
    }

    [Fact]
    public void A_rollback_may_leave_no_champion()
    {
        var registry = new FileRegistry(folder.FullName);
        var champions = new RegistryChampions(registry);
        champions.Project("loans", "new", null);
        champions.Project("loans", null, null);
        Assert.Equal(new Aliases(2), registry.Aliases("loans"));
    }

    [Fact]
    public void Owners_that_project_at_the_same_time_leave_the_aliases_of_one_of_them()
    {
        var registry = new FileRegistry(folder.FullName);
        Parallel.For(0, 32, index => new RegistryChampions(registry).Project("loans", $"model-{index % 2}", null));
        new RegistryChampions(registry).Project("loans", "model-1", null);
        Assert.Equal("model-1", registry.Aliases("loans").Champion);
    }
}
