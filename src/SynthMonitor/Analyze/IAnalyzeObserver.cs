using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze;

/// <summary>Is told what analyze does, on its thread: for metrics and logs. It decides nothing.</summary>
internal interface IAnalyzeObserver : IRestoreObserver
{
    /// <summary>A record was folded.</summary>
    void Folded(MonitorFold fold);

    /// <summary>A window was judged.</summary>
    void Window(WindowRecord window);

    /// <summary>An incident was raised, revised or resolved.</summary>
    void Incident(IncidentRecord incident);

    /// <summary>A snapshot was stored.</summary>
    void Snapshot(string monitor);

    /// <summary>A monitor went to another process.</summary>
    void Gone(string monitor);
}
