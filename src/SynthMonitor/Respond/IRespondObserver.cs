using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>Is told what respond does, on its thread: for metrics and logs. It decides nothing.</summary>
internal interface IRespondObserver
{
    /// <summary>A transition has happened.</summary>
    void Happened(EventRecord record);
}
