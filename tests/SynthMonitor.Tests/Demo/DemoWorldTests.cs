using SynthMonitor.Backends;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Demo;

namespace SynthMonitor.Tests.Demo;

public sealed class DemoWorldTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("world");

    public void Dispose() => folder.Delete(recursive: true);

    private DemoWorld Prepare(DemoOptions options) =>
        DemoWorld.Prepare(options, folder.FullName, new Progress<string>(), TestContext.Current.CancellationToken);

    [Fact]
    public void The_champion_is_registered_and_the_reference_holds_what_it_says_of_rows_that_it_was_not_trained_on()
    {
        var world = Prepare(SampleDemo.Options(reference: 1000));
        Assert.Equal(world.Champion.Digest, world.Registry.Aliases(DemoWorld.Monitor).Champion);
        Assert.Equal(NextEpoch.VersionOf(world.Champion.Digest), world.Epoch.Model);
        var epoch = world.Store.Load(world.Store.Put(world.Epoch));
        Assert.NotNull(epoch.Reference.Schema.WithRole(ColumnRole.Score));
        Assert.Equal(500, epoch.Reference.Outcomes!.Rows);
        world.Records.Dispose();
    }

    [Fact]
    public void A_file_needs_a_target() =>
        Assert.Throws<InputException>(() => Prepare(SampleDemo.Options() with { Data = "loans.csv" }));
}
