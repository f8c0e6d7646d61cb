using System.Net;
using System.Net.Sockets;

namespace SynthMonitor.EndToEnd;

/// <summary>Ports that nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>One of them, on loopback.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
