using System.Security.Cryptography;
using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Observability;

namespace SynthMonitor.Configuration.Reload;

/// <summary>
/// Watches a configuration file by the digest of its content, so that it works wherever files are swapped by renaming or by symbolic links.
/// A changed file is validated whole; a valid one takes the place of the one before, an invalid one is reported once and changes nothing.
/// </summary>
public sealed class ConfigurationWatcher
{
    private readonly string path;
    private readonly TimeProvider time;
    private readonly ReloadMetrics metrics;
    private readonly ILogger logger;
    private readonly Action<ConfigurationReload> changed;
    private byte[] seen = [];
    private volatile SynthMonitorConfiguration current;

    /// <summary>Creates a watcher of a file that was loaded before.</summary>
    /// <param name="path">The file.</param>
    /// <param name="configuration">What was loaded from it.</param>
    /// <param name="changed">Told after each swap, on the thread that polls.</param>
    /// <param name="time">The clock to poll by.</param>
    /// <param name="metrics">Counts reloads.</param>
    /// <param name="logger">Told of reloads and errors.</param>
    public ConfigurationWatcher(
        string path,
        SynthMonitorConfiguration configuration,
        Action<ConfigurationReload> changed,
        TimeProvider time,
        Metrics metrics,
        ILogger logger)
    {
        (this.path, current, this.changed, this.time, this.logger) = (path, configuration, changed, time, logger);
        this.metrics = metrics.ConfigurationReloads;
    }

    /// <summary>How often the file is looked at.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The configuration in force.</summary>
    public SynthMonitorConfiguration Current => current;

    /// <summary>Looks at the file until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                Poll();
            }
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping is how it ends.
        }
    }

    /// <summary>Looks at the file once.</summary>
    /// <returns>Whether another configuration is in force now.</returns>
    internal bool Poll()
    {
        var (digest, load) = Look();
        if (digest.AsSpan().SequenceEqual(seen))
        {
            return false;
        }

        seen = digest;
        var result = load();
        if (result.Configuration is { } after)
        {
            return Swap(after);
        }

        metrics.Failed();
        logger.Invalid(path, string.Join(" | ", result.Errors));
        return false;
    }

    private (byte[] Digest, Func<ConfigurationResult> Load) Look()
    {
        try
        {
            var content = InputFile.ReadAllBytes(path);
            return (SHA256.HashData(content), () => ConfigurationLoader.Parse(content, path));
        }
        catch (InputException)
        {
            return ([0], () => ConfigurationLoader.Load(path));
        }
    }

    private bool Swap(SynthMonitorConfiguration after)
    {
        var changes = ConfigurationChange.Between(current, after);
        if (changes.IsEmpty)
        {
            return false;
        }

        var reload = new ConfigurationReload(current, after, changes);
        current = after;
        metrics.Succeeded();
        logger.Reloaded(path, changes.Length, string.Join(", ", changes));
        changed(reload);
        return true;
    }
}
