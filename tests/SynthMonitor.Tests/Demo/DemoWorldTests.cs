using SynthMonitor.Backends;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Demo;

namespace SynthMonitor.Tests.Demo;

[Collection(PreparedDemoGroup.Name)]
public sealed class DemoWorldTests(PreparedDemo demo)
{
    [Fact]
    public void The_champion_is_registered_and_its_version_expected()
    {
        var world = demo.World;
        Assert.Equal(world.Champion.Digest, world.Registry.Aliases(DemoWorld.Monitor).Champion);
        Assert.Equal(NextEpoch.VersionOf(world.Champion.Digest), world.Epoch.Model);
    }

    [Fact]
    public void The_reference_holds_what_the_champion_says_of_rows_that_it_was_not_trained_on()
    {
        var epoch = demo.World.Store.Load(demo.World.Store.Put(demo.World.Epoch));
        Assert.NotNull(epoch.Reference.Schema.WithRole(ColumnRole.Score));
        Assert.Equal(500, epoch.Reference.Outcomes!.Rows);
    }

    [Fact]
    public void A_file_needs_a_target()
    {
        var fault = Assert.Throws<InputException>(() => DemoWorld.Prepare(
            PreparedDemo.Options with { Data = "loans.csv" }, "unused", new Progress<string>(), TestContext.Current.CancellationToken));
        Assert.Contains("--target", fault.Message, StringComparison.Ordinal);
    }
}
