using Microsoft.Playwright;

namespace SynthMonitor.EndToEnd.Browser;

/// <summary>Whether a page can be read: text stands out, nothing has to be scrolled sideways, and light or dark is as the reader chose.</summary>
internal static class Legibility
{
    /// <summary>WCAG 2.2, 1.4.3: contrast of text, level AA.</summary>
    private const double LeastContrast = 4.5;

    /// <summary>The least contrast of any text with the ground that it stands on.</summary>
    private const string ContrastOfText =
        """
        () => {
          const parse = text => text.match(/[\d.]+/g).map(Number);
          const light = text => parse(text).slice(0, 3).map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
          const isClear = text => parse(text)[3] === 0;
          const groundOf = element => {
            while (element && isClear(getComputedStyle(element).backgroundColor)) element = element.parentElement;
            return getComputedStyle(element).backgroundColor;
          };
          return Math.min(...[...document.body.querySelectorAll("*")]
            .filter(element => !["SCRIPT", "NOSCRIPT"].includes(element.tagName))
            .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
            .map(element => [light(getComputedStyle(element).color), light(groundOf(element))].sort((a, b) => b - a))
            .map(([bright, dark]) => (bright + 0.05) / (dark + 0.05)));
        }
        """;

    /// <summary>Asserts it.</summary>
    public static async Task AssertAsync(IPage page, ColorScheme colours, int width)
    {
        Assert.True(await page.EvaluateAsync<double>(ContrastOfText) >= LeastContrast);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(colours == ColorScheme.Dark, await page.EvaluateAsync<bool>("parseInt(getComputedStyle(document.body).backgroundColor.slice(4)) < 128"));
    }
}
