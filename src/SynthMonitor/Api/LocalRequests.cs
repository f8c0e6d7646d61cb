using System.Net;

namespace SynthMonitor.Api;

/// <summary>
/// Refuses requests whose <c>Host</c> is not a local name: otherwise a page on the web could have its own name resolve to this machine and
/// read what only this machine may (DNS rebinding).
/// </summary>
internal static class LocalRequests
{
    /// <summary>Lets local requests through.</summary>
    public static async Task Handle(HttpContext context, RequestDelegate next)
    {
        if (IsLocal(context.Request.Host.Host))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        await context.Response.WriteAsync("The Host header must name this machine: localhost, 127.0.0.1 or [::1].\n").ConfigureAwait(false);
    }

    /// <summary>Whether a host name can only mean this machine.</summary>
    internal static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
