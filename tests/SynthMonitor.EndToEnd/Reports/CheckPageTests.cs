using Microsoft.Playwright;
using SynthMonitor.EndToEnd.Browser;
using static Microsoft.Playwright.Assertions;

namespace SynthMonitor.EndToEnd.Reports;

/// <summary>The pages of <c>check --html</c> in a browser.</summary>
/// <param name="pages">The pages.</param>
/// <param name="chromium">The browser.</param>
public sealed class CheckPageTests(CheckedPages pages, Chromium chromium) : IClassFixture<CheckedPages>, IClassFixture<Chromium>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_stands_alone(bool isStream)
    {
        await using var context = await chromium.NewContextAsync(1280, 900, ColorScheme.Light);
        var (errors, requests) = (new List<string>(), new List<string>());
        var page = await context.NewPageAsync();
        page.Console += (_, message) => errors.Add(message.Text);
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync($"{AddressOf(isStream)}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Drift of may.csv from loans.smref");
        Assert.Empty(errors);
        Assert.All(requests.Where(request => !request.StartsWith("data:", StringComparison.Ordinal)), request => Assert.Equal(AddressOf(isStream).AbsoluteUri, request));
    }

    [Theory]
    [InlineData(true, ColorScheme.Light, 1280)]
    [InlineData(true, ColorScheme.Dark, 1280)]
    [InlineData(true, ColorScheme.Light, 390)]
    [InlineData(true, ColorScheme.Dark, 390)]
    [InlineData(false, ColorScheme.Light, 1280)]
    [InlineData(false, ColorScheme.Dark, 1280)]
    [InlineData(false, ColorScheme.Light, 390)]
    [InlineData(false, ColorScheme.Dark, 390)]
    public async Task It_can_be_read_in_light_and_dark_on_a_desk_and_on_a_phone(bool isStream, ColorScheme colours, int width)
    {
        await using var context = await chromium.NewContextAsync(width, 844, colours);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{AddressOf(isStream)}");
        foreach (var closed in await page.QuerySelectorAllAsync("summary"))
        {
            await closed.ClickAsync();
        }

        await Legibility.AssertAsync(page, colours, width);
        await Pictures.KeepAsync(page, $"check-{(isStream ? "blocks" : "once")}-{width}-{colours}");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task It_has_landmarks_named_pictures_and_tables_with_headers(int width)
    {
        await using var context = await chromium.NewContextAsync(width, 844, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{pages.Stream}");
        foreach (var landmark in new[] { AriaRole.Banner, AriaRole.Main, AriaRole.Navigation })
        {
            await Expect(page.GetByRole(landmark)).ToHaveCountAsync(1);
        }

        foreach (var section in new[] { "Timeline", "Alarms", "Performance", "Columns", "What could not be found", "How it was computed" })
        {
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = section, Exact = true })).ToHaveCountAsync(1);
        }

        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Drift score of 60 blocks" })).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Error rate of 60 blocks" })).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "income: shares of the rows" })).ToHaveCountAsync(1);
        var alarms = page.GetByRole(AriaRole.Table, new() { Name = "Alarms in the order in which they were raised" });
        await Expect(alarms.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(5);
        await Expect(alarms.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["drift", "performance"]);
    }

    private Uri AddressOf(bool isStream) => isStream ? pages.Stream : pages.Comparison;
}
