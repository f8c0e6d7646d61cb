using SynthMonitor.Configuration;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Observability;

namespace SynthMonitor.Hosting;

/// <summary>
/// Makes the shared topics and waits for the sources': the broker may be down and topics may not be there yet, so it keeps trying, and says so
/// once and then at growing intervals.
/// </summary>
internal sealed class TopicPreparation(
    ILog log, InternalTopics topics, IReadOnlyList<MonitorConfiguration> monitors, HealthCondition condition, ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Tries until everything is there.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var wait = First; await Task.Run(Try, cancellation).ConfigureAwait(false) is { } reason; wait = Min(wait * 2, Longest))
        {
            condition.NotReady(reason);
            logger.Waiting(reason);
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }

        condition.Ready();
    }

    /// <summary>What is in the way, or null.</summary>
    private string? Try()
    {
        try
        {
            foreach (var topic in topics.All)
            {
                log.Ensure(topic);
            }

            var sources = monitors.SelectMany(monitor => new[] { monitor.Features.Topic, monitor.Labels?.Topic }).OfType<string>();
            return sources.FirstOrDefault(topic => log.Partitions(topic) is null) is { } missing ? $"topic '{missing}' is not there yet" : null;
        }
        catch (LogUnavailableException exception)
        {
            return exception.Message;
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
