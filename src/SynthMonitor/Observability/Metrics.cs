using System.Collections.Concurrent;
using System.Reflection;
using Prometheus;

namespace SynthMonitor.Observability;

/// <summary>
/// The metrics of a process, in a registry of its own. Names and labels are a contract; roles speak to
/// <see cref="MonitorMetrics"/> in the terms of what happened. Thread-safe.
/// </summary>
public sealed class Metrics
{
    /// <summary>How many channels of a monitor are exported by default.</summary>
    public const int DefaultChannels = 20;

    private readonly MetricFamilies families;
    private readonly ConcurrentDictionary<string, MonitorMetrics> monitors = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private readonly int channels;

    /// <summary>Creates the metrics.</summary>
    /// <param name="time">The clock, for what is told as an age.</param>
    /// <param name="channels">How many channels of a monitor are exported at most: those with the greatest scores.</param>
    public Metrics(TimeProvider time, int channels = DefaultChannels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channels);
        (this.time, this.channels) = (time, channels);
        var factory = Prometheus.Metrics.WithCustomRegistry(Registry);
        families = new(factory);
        DotNetStats.Register(Registry);
        Registry.AddBeforeCollectCallback(UpdateAges);
        ConfigurationReloads = new(families.ConfigurationReloads);
        families.BuildInfo.WithLabels(Version()).Set(1);
    }

    /// <summary>What <c>/metrics</c> exports.</summary>
    public CollectorRegistry Registry { get; } = Prometheus.Metrics.NewCustomRegistry();

    /// <summary>Reloads of the configuration by result.</summary>
    public ReloadMetrics ConfigurationReloads { get; }

    /// <summary>The metrics of a monitor; its series begin at 0 when they are first asked for.</summary>
    public MonitorMetrics Monitor(string name) => monitors.GetOrAdd(name, name => new(name, families, time, channels));

    /// <summary>Removes all series of a monitor, because another process owns it now or it is gone.</summary>
    public void Remove(string name)
    {
        monitors.TryRemove(name, out _);
        families.Remove(name);
    }

    private void UpdateAges()
    {
        foreach (var monitor in monitors.Values)
        {
            monitor.UpdateAges();
        }
    }

    private static string Version() =>
        typeof(Metrics).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
