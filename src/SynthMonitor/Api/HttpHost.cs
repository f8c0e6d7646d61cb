using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Prometheus;
using SynthMonitor.Configuration;
using SynthMonitor.Data;
using SynthMonitor.Observability;
using Metrics = SynthMonitor.Observability.Metrics;

namespace SynthMonitor.Api;

/// <summary>Serves metrics and health, and with views also the status page and the API, on a loopback address.</summary>
public sealed class HttpHost : IAsyncDisposable
{
    private readonly WebApplication application;

    private HttpHost(WebApplication application) => this.application = application;

    /// <summary>The address that is listened on, with the port that was chosen where 0 was asked for.</summary>
    public Uri Address =>
        new(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>Starts to listen.</summary>
    /// <param name="http">Where.</param>
    /// <param name="metrics">What <c>/metrics</c> exports.</param>
    /// <param name="health">What <c>/livez</c>, <c>/readyz</c> and <c>/startupz</c> tell.</param>
    /// <param name="views">What the status page and the API show, or null in a process without the role <c>api</c>.</param>
    /// <param name="loggers">Receives the logs.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="InputException">The address is not a loopback one, is taken, or cannot be listened on.</exception>
    public static async Task<HttpHost> StartAsync(
        HttpConfiguration http,
        Metrics metrics,
        Health health,
        MonitorViews? views,
        ILoggerFactory loggers,
        CancellationToken cancellation = default)
    {
        if (!http.Listen.IsLoopback)
        {
            throw Unusable(http, "is not on loopback", "127.0.0.1, [::1] or localhost");
        }

        var application = Build(http, metrics, health, views, loggers);
        try
        {
            await application.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            var isTaken = exception is AddressInUseException || exception.InnerException is AddressInUseException;
            throw Unusable(http, isTaken ? "is taken by another program" : "cannot be listened on", "a free port", exception);
        }

        var host = new HttpHost(application);
        loggers.CreateLogger<HttpHost>().Listening(host.Address.ToString());
        return host;
    }

    /// <summary>Answers the requests that are under way, then stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync().ConfigureAwait(false);
        await application.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(HttpConfiguration http, Metrics metrics, Health health, MonitorViews? views, ILoggerFactory loggers)
    {
        // Empty: neither a settings file nor an environment variable can make it listen elsewhere.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var host = http.Listen.Host is "localhost" ? "127.0.0.1" : http.Listen.Host;
        builder.WebHost.UseKestrelCore()
            .ConfigureKestrel(options => options.AddServerHeader = false)
            .UseUrls($"http://{host}:{http.Listen.Port}");
        builder.Services.AddRouting();
        builder.Services.Replace(ServiceDescriptor.Singleton(loggers));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, SilentLifetime>());
        var application = builder.Build();
        application.Use(LocalRequests.Handle);
        application.MapMetrics("/metrics", metrics.Registry);
        application.MapHealth(health);
        if (views is not null)
        {
            application.MapViews(views);
            application.MapStatusPage();
        }

        return application;
    }

    private static InputException Unusable(HttpConfiguration http, string found, string expected, Exception? cause = null) =>
        new(null, null, null, $"http.listen {http.Listen.Authority} {found}", expected, cause);
}
