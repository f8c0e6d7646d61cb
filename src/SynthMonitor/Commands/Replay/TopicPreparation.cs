using SynthMonitor.Data;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Commands.Replay;

/// <summary>Makes sure that a topic is there, and waits for brokers that cannot be reached (of which the log itself tells).</summary>
/// <param name="log">The log.</param>
/// <param name="time">Measures the waits.</param>
internal sealed class TopicPreparation(ILog log, TimeProvider time)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>Creates a topic if it is not there.</summary>
    /// <param name="topic">Its name.</param>
    /// <param name="wanted">The number of partitions that it must have, or null for whatever it has (1 where it is created).</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>Its number of partitions.</returns>
    /// <exception cref="InputException">It has another number of partitions.</exception>
    public async Task<int> Prepare(string topic, int? wanted, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await Task.Run(() => Ensure(topic, wanted), cancellation).WaitAsync(cancellation);
            }
            catch (LogUnavailableException)
            {
                await Task.Delay(Retry, time, cancellation);
            }
        }
    }

    private int Ensure(string topic, int? wanted)
    {
        if (log.Partitions(topic) is not { } found)
        {
            log.Ensure(new TopicSpecification(topic, wanted ?? 1));
            return wanted ?? 1;
        }

        return wanted is null || wanted == found
            ? found
            : throw new InputException(null, null, null, $"topic '{topic}' has {found} partitions", $"{wanted} as --partitions says, or leave that out");
    }
}
