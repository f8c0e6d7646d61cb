using System.Diagnostics;
using SynthMonitor.Learning.Registry;

namespace SynthMonitor.Learning.Tests.Registry;

/// <summary>Processes that are killed while they promote leave the old state or the new, and nothing that stops the next.</summary>
public sealed class FileRegistryCrashTests
{
    private const string FolderVariable = "SYNTHMONITOR_TEST_REGISTRY";

    [Fact]
    public void A_kill_at_any_moment_leaves_the_old_state_or_the_new()
    {
        using var folder = new TemporaryFolder();
        var registry = new FileRegistry(folder.Path);
        string[] digests = [registry.Store([0], FileRegistryTests.Card), registry.Store([1], FileRegistryTests.Card)];
        long reached = 0;
        for (var kill = 0; kill < 3; kill++)
        {
            using var process = Start(folder.Path);
            var target = reached + 20 + (17 * kill);
            SpinWait.SpinUntil(() => registry.Aliases("loans").Revision >= target || process.HasExited, TimeSpan.FromMinutes(1));
            Assert.False(process.HasExited, "the promoting process ended by itself");
            process.Kill();
            process.WaitForExit();

            var left = new FileRegistry(folder.Path).Aliases("loans");
            Assert.True(left.Revision >= target);
            Assert.Equal(digests[(left.Revision + 1) % 2], left.Champion);
            Assert.Equal(digests[left.Revision % 2], left.Previous);
            reached = Promote(registry).Revision;
            Assert.Equal(left.Revision + 1, reached);
        }
    }

    [Fact(Explicit = true)]
    public void Promote_without_end_until_killed()
    {
        var registry = new FileRegistry(Environment.GetEnvironmentVariable(FolderVariable)!);
        while (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Promote(registry);
        }
    }

    private static Aliases Promote(FileRegistry registry)
    {
        var next = (byte)(registry.Aliases("loans").Revision % 2);
        return registry.Promote("loans", registry.Store([next], FileRegistryTests.Card), null, TestContext.Current.CancellationToken);
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-method", $"*.{nameof(Promote_without_end_until_killed)}", "-explicit", "only" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[FolderVariable] = folder;
        return Process.Start(start)!;
    }
}
