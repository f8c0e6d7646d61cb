using Confluent.Kafka;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Kafka.Client;

/// <summary>Repeats requests that fail in passing, for as long as a caller can reasonably wait.</summary>
internal sealed class KafkaRequests(KafkaReachability reachability, TimeProvider time, CancellationToken closing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long one attempt may take.</summary>
    public static TimeSpan Attempt { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Runs a request until it succeeds.</summary>
    /// <exception cref="LogUnavailableException">It did not within the time that a caller can wait, or never will.</exception>
    public T Run<T>(string what, Func<T> request)
    {
        for (var start = time.GetTimestamp(); ;)
        {
            try
            {
                var result = request();
                reachability.Reached();
                return result;
            }
            catch (KafkaException failure)
            {
                var error = KafkaErrors.Of(failure);
                if (KafkaErrors.IsUnreachable(error.Code))
                {
                    reachability.Lost(error.Reason);
                }

                if (!KafkaErrors.IsPassing(error.Code) || time.GetElapsedTime(start) >= Patience || closing.IsCancellationRequested)
                {
                    throw new LogUnavailableException($"{what}: {error.Reason}", failure);
                }
            }

            closing.WaitHandle.WaitOne(Pause);
        }
    }
}
