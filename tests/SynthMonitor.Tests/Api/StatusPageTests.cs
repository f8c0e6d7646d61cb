using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Api;
using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Api;

public sealed class StatusPageTests : IAsyncLifetime
{
    private readonly HttpClient client = new();
    private HttpHost host = null!;

    public async ValueTask InitializeAsync() => host = await HttpHost.StartAsync(
        new() { Listen = new("http://127.0.0.1:0") }, new Metrics(new FakeTimeProvider()), new Health(), new MonitorViews(["loans"]),
        NullLoggerFactory.Instance, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task The_page_holds_all_it_needs_and_may_run_nothing_else()
    {
        using var response = await client.GetAsync(host.Address, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.DoesNotMatch(@"(src|href)=""(https?:)?//", html);
        Assert.DoesNotMatch(@"\sstyle=|\son[a-z]+=|url\(|@import|innerHTML", html);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        foreach (var element in new[] { "script", "style" })
        {
            var content = Regex.Match(html, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
            var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            Assert.Contains($"{element}-src 'sha256-{digest}'", policy, StringComparison.Ordinal);
        }
    }
}
