using Microsoft.Playwright;

namespace SynthMonitor.EndToEnd.Browser;

/// <summary>
/// A browser without a window: that of the environment variable <c>SYNTHMONITOR_CHROMIUM</c> if it is set, else one that is installed. Where
/// there is none, the tests that need it are skipped.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var configured = Environment.GetEnvironmentVariable("SYNTHMONITOR_CHROMIUM");
        if ((string.IsNullOrEmpty(configured) ? Usual.FirstOrDefault(File.Exists) : configured) is { } program)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = program,
                // Containers run tests as root, for whom its sandbox does not work; it sees pages of this process alone.
                ChromiumSandbox = false,
            });
        }
    }

    /// <summary>A browser without memory of others.</summary>
    public Task<IBrowserContext> NewContextAsync(int width, int height, ColorScheme colours)
    {
        Assert.SkipWhen(browser is null, "no browser: install chromium or set SYNTHMONITOR_CHROMIUM");
        return browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
