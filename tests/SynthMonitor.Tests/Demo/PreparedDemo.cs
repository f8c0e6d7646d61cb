using SynthMonitor.Demo;

namespace SynthMonitor.Tests.Demo;

/// <summary>A demo that is prepared and not run.</summary>
public sealed class PreparedDemo : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demo");

    public PreparedDemo() =>
        World = DemoWorld.Prepare(Options, folder.FullName, new Progress<string>(), TestContext.Current.CancellationToken);

    internal static DemoOptions Options { get; } = SampleDemo.Options(rows: 20_000, reference: 1000);

    internal DemoWorld World { get; }

    public void Dispose()
    {
        World.Records.Dispose();
        folder.Delete(recursive: true);
    }
}

/// <summary>Tests that look at one prepared demo, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PreparedDemoGroup : ICollectionFixture<PreparedDemo>
{
    public const string Name = "prepared demo";
}
