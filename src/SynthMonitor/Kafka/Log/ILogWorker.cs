namespace SynthMonitor.Kafka.Log;

/// <summary>A role's work on the log, done step by step by one thread. Disposing it publishes what can be published and leaves its groups.</summary>
public interface ILogWorker : IDisposable
{
    /// <summary>Polls once.</summary>
    /// <param name="wait">How long to wait for something to do.</param>
    /// <returns>Whether anything was done.</returns>
    /// <exception cref="LogUnavailableException">The log cannot be reached at the moment; step again.</exception>
    bool Step(TimeSpan wait);
}
