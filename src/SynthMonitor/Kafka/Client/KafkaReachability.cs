using SynthMonitor.Observability;

namespace SynthMonitor.Kafka.Client;

/// <summary>
/// Whether any broker can be reached. An outage of more than a second is reported once, then at intervals that double from ten seconds
/// to ten minutes, and once more when it is over; meanwhile the process is not ready. Thread-safe.
/// </summary>
/// <param name="logger">Where it is reported.</param>
/// <param name="time">Measures the intervals.</param>
/// <param name="condition">What is not ready from the first report to the end of the outage, or null.</param>
public sealed class KafkaReachability(ILogger logger, TimeProvider time, HealthCondition? condition = null)
{
    // One address of a broker may be refused a moment before the next one answers.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private string detail = "";
    private long since;
    private long lastReport;
    private TimeSpan interval;
    private bool isReported;

    /// <summary>Whether the last that was heard is that no broker can be reached.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Why one broker cannot be reached; it is told when all of them are lost.</summary>
    public void Failed(string reason)
    {
        lock (gate)
        {
            detail = reason;
        }
    }

    /// <summary>No broker can be reached.</summary>
    public void Lost(string reason)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            reason = detail.Length > 0 ? detail : reason;
            if (!IsLost)
            {
                (IsLost, since, isReported) = (true, now, false);
            }
            else if (!isReported && time.GetElapsedTime(since, now) >= Grace)
            {
                (isReported, lastReport, interval) = (true, now, FirstInterval);
                condition?.NotReady(reason);
                KafkaClientLog.Unreachable(logger, reason);
            }
            else if (isReported && time.GetElapsedTime(lastReport, now) >= interval)
            {
                lastReport = now;
                interval = interval + interval < LongestInterval ? interval + interval : LongestInterval;
                var duration = time.GetElapsedTime(since, now);
                KafkaClientLog.StillUnreachable(logger, duration, reason);
            }
        }
    }

    /// <summary>Something still waits: an outage, where there is one, goes on.</summary>
    public void GoesOn()
    {
        if (IsLost)
        {
            Lost("no broker answers");
        }
    }

    /// <summary>A broker has answered.</summary>
    public void Reached()
    {
        if (!IsLost)
        {
            return;
        }

        lock (gate)
        {
            if (IsLost)
            {
                IsLost = false;
                detail = "";
                if (isReported)
                {
                    condition?.Ready();
                    var duration = time.GetElapsedTime(since);
                    KafkaClientLog.ReachableAgain(logger, duration);
                }
            }
        }
    }
}
