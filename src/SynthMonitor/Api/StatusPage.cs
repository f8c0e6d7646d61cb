using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SynthMonitor.Api;

/// <summary>
/// The status page: one file without anything from elsewhere. It may run its own script and style only, and talk to its origin only.
/// </summary>
internal static partial class StatusPage
{
    private static readonly string Html = Read();

    private static readonly string Policy = string.Join(
        "; ",
        "default-src 'none'",
        $"script-src 'sha256-{DigestOf("script")}'",
        $"style-src 'sha256-{DigestOf("style")}'",
        "connect-src 'self'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");

    /// <summary>Adds the page.</summary>
    public static void MapStatusPage(this IEndpointRouteBuilder routes) => routes.MapGet("/", (HttpResponse response) =>
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        return Results.Text(Html, "text/html; charset=utf-8");
    });

    private static string DigestOf(string element)
    {
        var content = Elements().Matches(Html).Single(match => match.Groups["name"].Value == element).Groups["content"].Value;
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    private static string Read()
    {
        using var stream = typeof(StatusPage).Assembly.GetManifestResourceStream("status.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<(?<name>script|style)>(?<content>.*?)</\\k<name>>", RegexOptions.Singleline)]
    private static partial Regex Elements();
}
