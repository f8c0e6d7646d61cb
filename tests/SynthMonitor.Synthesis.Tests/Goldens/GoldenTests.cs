namespace SynthMonitor.Synthesis.Tests.Goldens;

/// <summary>Every golden case whose function the project computes; what runs is decided by <see cref="GoldenScope"/> alone.</summary>
public sealed class GoldenTests
{
    private const int Shown = 60;

    [Fact]
    [Trait("Category", "Golden")]
    public void What_is_computed_equals_what_other_packages_compute()
    {
        Assert.SkipUnless(GoldenScope.Folder.Files().Any(), $"no golden values in {GoldenScope.Folder.Path}: set SYNTHMONITOR_GOLDEN");
        var report = new GoldenReport(GoldenScope.Functions);
        foreach (var one in GoldenScope.Folder.Files().SelectMany(SynthesisCases.Of))
        {
            report.Run(one);
        }

        Console.Out.WriteLine(report);
        Assert.True(report.Differences.Count == 0, string.Join('\n', report.Differences.Take(Shown)));
        Assert.NotEqual(0, report.Ran);
    }
}
