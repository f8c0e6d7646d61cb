using System.Globalization;
using System.Text;
using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Observability;

/// <summary>What <c>/metrics</c> would show.</summary>
internal static class Exposition
{
    /// <summary>The text.</summary>
    public static string Text(Metrics metrics)
    {
        using var stream = new MemoryStream();
        metrics.Registry.CollectAndExportAsTextAsync(stream, CancellationToken.None).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The value of each series of SynthMonitor's own, by name with labels.</summary>
    public static Dictionary<string, double> Of(Metrics metrics) => Text(metrics).Split('\n')
        .Where(line => line.StartsWith("synthmonitor_", StringComparison.Ordinal))
        .Select(line => (Cut: line.LastIndexOf(' '), Line: line))
        .ToDictionary(line => line.Line[..line.Cut], line => double.Parse(line.Line[(line.Cut + 1)..], CultureInfo.InvariantCulture));
}
