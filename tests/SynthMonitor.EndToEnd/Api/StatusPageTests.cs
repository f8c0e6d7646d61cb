using Microsoft.Playwright;
using SynthMonitor.EndToEnd.Browser;
using static Microsoft.Playwright.Assertions;

namespace SynthMonitor.EndToEnd.Api;

/// <summary>The status page in a browser, of a demo that has drifted, retrained and promoted.</summary>
/// <param name="demo">The demo.</param>
/// <param name="chromium">The browser.</param>
public sealed class StatusPageTests(ServedDemo demo, Chromium chromium) : IClassFixture<ServedDemo>, IClassFixture<Chromium>
{
    [Fact]
    public async Task It_tells_what_goes_on_and_asks_nobody_else()
    {
        await using var context = await chromium.NewContextAsync(1280, 900, ColorScheme.Light);
        var (errors, requests) = (new List<string>(), new List<Uri>());
        var page = await context.NewPageAsync();
        page.Console += (_, message) => errors.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) => requests.Add(new Uri(request.Url));
        await OpenAsync(page, "wide-light");

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Ready");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "loans", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Nothing is different from the reference.")).ToBeVisibleAsync();
        await Expect(page.Locator("dl")).ToContainTextAsync("1 of 1 retrains");
        var incident = page.GetByRole(AriaRole.Table, new() { Name = "Incidents of loans" }).GetByRole(AriaRole.Row).Nth(1);
        await Expect(incident).ToContainTextAsync("concept");
        await Expect(incident).ToContainTextAsync("2024-01-01 01:42");
        var responses = page.GetByRole(AriaRole.Table, new() { Name = "Responses of loans" });
        await Expect(responses).ToContainTextAsync("promoted");
        await Expect(responses).ToContainTextAsync("AUC 0.");
        await Expect(page.GetByRole(AriaRole.Img)).ToHaveCountAsync(2);
        Assert.Empty(errors);
        Assert.All(requests.Where(request => request.Scheme != "data"), request => Assert.Equal(demo.Address.Authority, request.Authority));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task It_can_be_read_in_light_and_dark_on_a_desk_and_on_a_phone(ColorScheme colours, int width)
    {
        await using var context = await chromium.NewContextAsync(width, 844, colours);
        var page = await context.NewPageAsync();
        await OpenAsync(page, $"{width}-{colours}");
        await Legibility.AssertAsync(page, colours, width);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task It_has_landmarks_and_tables_with_headers(int width)
    {
        await using var context = await chromium.NewContextAsync(width, 844, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, $"landmarks-{width}");
        foreach (var landmark in new[] { AriaRole.Banner, AriaRole.Main, AriaRole.Contentinfo })
        {
            await Expect(page.GetByRole(landmark)).ToHaveCountAsync(1);
        }

        await Expect(page.GetByRole(AriaRole.Article, new() { Name = "loans" })).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Table)).ToHaveCountAsync(2);
        foreach (var head in new[] { "Diagnosis", "Since", "Columns", "Step", "Verdict" })
        {
            await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = head, Exact = true })).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task When_nobody_answers_it_says_so_and_goes_on_when_somebody_does()
    {
        await using var context = await chromium.NewContextAsync(1280, 900, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "answered");
        await context.SetOfflineAsync(true);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("No answer");
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = "loans" })).ToBeVisibleAsync();
        await context.SetOfflineAsync(false);
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Ready");
    }

    [Fact]
    public async Task What_has_not_changed_is_not_drawn_again()
    {
        await using var context = await chromium.NewContextAsync(1280, 900, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "kept");
        await page.EvaluateAsync("document.querySelector('article').dataset.seen = 'yes'");
        await page.WaitForResponseAsync(response => response.Url.EndsWith("/readyz", StringComparison.Ordinal));
        await page.WaitForResponseAsync(response => response.Url.EndsWith("/readyz", StringComparison.Ordinal));
        await Expect(page.Locator("article")).ToHaveAttributeAsync("data-seen", "yes");
    }

    /// <summary>Opens the page and waits until it shows the monitor. Pictures are kept in <c>SYNTHMONITOR_PICTURES</c> where that is set.</summary>
    private async Task OpenAsync(IPage page, string picture)
    {
        await page.GotoAsync($"{demo.Address}");
        await Expect(page.GetByRole(AriaRole.Article)).ToBeVisibleAsync();
        await Pictures.KeepAsync(page, picture);
    }
}
