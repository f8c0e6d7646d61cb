using SynthMonitor.Ingest;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Demo;

/// <summary>Ingest that tells when it has found nothing to read: at the end of the stream it is stopped when it has read all of it.</summary>
internal sealed class WatchedIngest(IngestWorker ingest, DemoState state) : ILogWorker
{
    /// <inheritdoc/>
    public bool Step(TimeSpan wait)
    {
        var isDone = ingest.Step(wait);
        if (!isDone)
        {
            state.IngestRests(ingest.Epoch ?? 0);
        }

        return isDone;
    }

    /// <inheritdoc/>
    public void Dispose() => ingest.Dispose();
}
