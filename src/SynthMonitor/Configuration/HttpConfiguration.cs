namespace SynthMonitor.Configuration;

/// <summary>Where metrics, health and the status page are served.</summary>
public sealed record HttpConfiguration
{
    /// <summary>
    /// The address to listen on: <c>http</c>, a loopback host, and a port; port 0 takes a free one. Default <c>http://127.0.0.1:8080</c>.
    /// </summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:8080");
}
