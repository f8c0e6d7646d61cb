using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Api;
using SynthMonitor.Configuration;
using SynthMonitor.Data;
using SynthMonitor.Observability;
using static SynthMonitor.Tests.Api.SampleViews;

namespace SynthMonitor.Tests.Api;

public sealed class HttpHostTests : IAsyncLifetime
{
    private static readonly HttpConfiguration AnyPort = new() { Listen = new("http://127.0.0.1:0") };

    private readonly Metrics metrics = new(new FakeTimeProvider());
    private readonly Health health = new();
    private readonly MonitorViews views = new(["loans"]);
    private readonly HttpClient client = new();
    private HttpHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await Start(AnyPort, views);
        client.BaseAddress = host.Address;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Metrics_are_served_as_Prometheus_reads_them()
    {
        metrics.Monitor("loans").Records(consumed: 5);
        using var response = await client.GetAsync("/metrics", Cancellation);

        Assert.StartsWith("text/plain; version=0.0.4", response.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "synthmonitor_records_total{monitor=\"loans\",outcome=\"consumed\"} 5",
            await response.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_told_with_reasons()
    {
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await Get("/livez"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "start: the roles are not started\n"), await Get("/startupz"));

        health.Started();
        health.Condition("broker").NotReady("connection refused");
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await Get("/startupz"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "broker: connection refused\n"), await Get("/readyz"));

        health.Condition("broker").Ready();
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await Get("/readyz"));

        health.Fatal("join", "gone");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "join: gone\n"), await Get("/livez"));
    }

    [Fact]
    public async Task Views_are_served_as_JSON()
    {
        views.Apply(Window(20, score: 5.5));
        views.Apply(Outcome(18));
        views.Apply(Incident(20));
        views.Apply(Event("judged", "promote"));

        var monitor = (await Json("/api/v1/monitors"))![0]!;
        Assert.Equal("drifted", (string?)monitor["state"]);
        Assert.Equal(5.5, (double)monitor["window"]!["score"]!);
        Assert.Equal(0.871, (double)(await Json("/api/v1/monitors/loans/outcomes"))![0]!["performance"]!["auc"]!);
        var incident = (await Json("/api/v1/monitors/loans/incidents"))![0]!;
        Assert.Equal("concept", (string?)incident["diagnosis"]);
        Assert.Equal(17 * 200, (int)incident["onsetRow"]!);
        Assert.Equal((17, 20), ((int)incident["onsetBlock"]!, (int)incident["raisedBlock"]!));
        Assert.Null(incident["resolvedRow"]);
        Assert.Equal("promote", (string?)(await Json("/api/v1/monitors/loans/events"))![0]!["verdict"]);
    }

    [Fact]
    public async Task A_limit_takes_the_newest()
    {
        views.Apply(Window(1));
        views.Apply(Window(2));

        Assert.Equal(2, (int)Assert.Single((await Json("/api/v1/monitors/loans/windows?limit=1"))!.AsArray())!["block"]!);
    }

    [Theory]
    [InlineData("/api/v1/monitors/other/windows", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/monitors/loans/windows?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/monitors/loans/windows?limit=many", HttpStatusCode.BadRequest)]
    [InlineData("/other", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_or_makes_no_sense_is_refused(string address, HttpStatusCode status) =>
        Assert.Equal(status, (await Get(address)).Status);

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("10.0.0.1:8080", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost:8080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:8080", HttpStatusCode.OK)]
    public async Task Only_requests_to_a_local_name_are_answered(string name, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/monitors") { Headers = { Host = name } };
        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_process_without_views_serves_metrics_and_health_alone()
    {
        await using var alone = await Start(AnyPort, views: null);

        Assert.Equal(HttpStatusCode.OK, (await Get(alone.Address + "livez")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get(alone.Address + "metrics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(alone.Address.ToString())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(alone.Address + "api/v1/monitors")).Status);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_clear_error()
    {
        var error = await Assert.ThrowsAsync<InputException>(() => Start(new() { Listen = host.Address }, views: null));

        Assert.Equal($"http.listen 127.0.0.1:{host.Address.Port} is taken by another program; expected a free port", error.Message);
    }

    [Fact]
    public async Task Nothing_listens_beyond_loopback()
    {
        var error = await Assert.ThrowsAsync<InputException>(() => Start(new() { Listen = new("http://0.0.0.0:0") }, views: null));

        Assert.Equal("http.listen 0.0.0.0:0 is not on loopback; expected 127.0.0.1, [::1] or localhost", error.Message);
    }

    [Fact]
    public async Task Localhost_will_do()
    {
        await using var local = await Start(new() { Listen = new("http://localhost:0") }, views: null);

        Assert.Equal(HttpStatusCode.OK, (await Get(local.Address + "livez")).Status);
    }

    [Fact]
    public async Task After_it_stopped_nobody_answers()
    {
        var address = host.Address;
        await host.DisposeAsync();
        using var socket = new TcpClient();

        await Assert.ThrowsAsync<SocketException>(async () => await socket.ConnectAsync(address.Host, address.Port, Cancellation));
    }

    private Task<HttpHost> Start(HttpConfiguration http, MonitorViews? views) =>
        HttpHost.StartAsync(http, metrics, health, views, NullLoggerFactory.Instance, Cancellation);

    private async Task<(HttpStatusCode Status, string Text)> Get(string address)
    {
        using var response = await client.GetAsync(address, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<JsonNode?> Json(string address) => JsonNode.Parse(await client.GetStringAsync(address, Cancellation));
}
