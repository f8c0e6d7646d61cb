using SynthMonitor.Configuration;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Observability;

namespace SynthMonitor.Hosting;

/// <summary>Exports, from time to time, how many records the ledger is behind the end of each source partition.</summary>
internal sealed class LagReporter(ILog log, IReadOnlyList<MonitorConfiguration> monitors, RoleMetrics positions, Metrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>Reports until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            {
                await Task.Run(Report, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping is how it ends.
        }
    }

    private void Report()
    {
        foreach (var monitor in monitors)
        {
            foreach (var (source, upTo) in positions.Positions.GetValueOrDefault(monitor.Name) ?? [])
            {
                var topic = source.Kind == SourceKind.Features ? monitor.Features.Topic : monitor.Labels!.Topic;
                try
                {
                    metrics.Monitor(monitor.Name).Lag(source.ToString(), Math.Max(0, log.End(new TopicPartition(topic, source.Partition)) - upTo));
                }
                catch (LogUnavailableException)
                {
                    return;
                }
            }
        }
    }
}
