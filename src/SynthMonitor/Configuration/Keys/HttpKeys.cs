using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of <c>http</c>.</summary>
internal static class HttpKeys
{
    /// <summary>The section.</summary>
    public static Section<HttpConfiguration> Section { get; } = new(
        new(),
        new Key<HttpConfiguration, Uri>(new AddressType(), http => http.Listen, (http, value) => http with { Listen = value })
        {
            Name = "listen",
            Documentation = "the address to listen on; the host must be a loopback one, port 0 takes a free one",
        });
}
