using Microsoft.Playwright;

namespace SynthMonitor.EndToEnd.Browser;

/// <summary>Pictures of pages, kept in the folder that <c>SYNTHMONITOR_PICTURES</c> names where it is set.</summary>
internal static class Pictures
{
    /// <summary>Keeps a picture of a whole page.</summary>
    public static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SYNTHMONITOR_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
