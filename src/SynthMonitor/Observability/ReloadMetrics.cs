using Prometheus;

namespace SynthMonitor.Observability;

/// <summary>Counts reloads of the configuration.</summary>
public sealed class ReloadMetrics
{
    private readonly Counter.Child succeeded;
    private readonly Counter.Child failed;

    internal ReloadMetrics(Counter reloads) => (succeeded, failed) = (reloads.WithLabels("success"), reloads.WithLabels("failed"));

    /// <summary>A changed file took the place of the one before.</summary>
    public void Succeeded() => succeeded.Inc();

    /// <summary>A changed file was not valid, and the one before stays.</summary>
    public void Failed() => failed.Inc();
}
