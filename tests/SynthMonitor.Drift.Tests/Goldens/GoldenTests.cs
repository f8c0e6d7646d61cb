namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>
/// Every golden case whose function the project computes, whatever file it stands in. The files are those in SYNTHMONITOR_GOLDEN; what runs
/// is decided by <see cref="GoldenScope"/> alone.
/// </summary>
public sealed class GoldenTests
{
    private const int Shown = 60;

    [Fact]
    [Trait("Category", "Golden")]
    public void What_is_computed_equals_what_other_packages_compute()
    {
        Assert.SkipUnless(GoldenScope.Folder.Files().Any(), $"no golden values in {GoldenScope.Folder.Path}: set SYNTHMONITOR_GOLDEN");
        var report = new GoldenReport(GoldenScope.Functions);
        foreach (var one in GoldenScope.Folder.Files().SelectMany(GoldenCase.Of))
        {
            report.Run(one);
        }

        Console.Out.WriteLine(report);
        Assert.True(report.Differences.Count == 0, string.Join('\n', report.Differences.Take(Shown)));
        Assert.NotEqual(0, report.Ran);
    }
}
