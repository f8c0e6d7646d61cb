using SynthMonitor.Analyze;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Harness;

/// <summary>Hears everything and says nothing.</summary>
internal sealed class SilentObserver : IAnalyzeObserver
{
    public void Folded(MonitorFold fold)
    {
    }

    public void Window(WindowRecord window)
    {
    }

    public void Incident(IncidentRecord incident)
    {
    }

    public void Snapshot(string monitor)
    {
    }

    public void Restored(string monitor, RestoredFrom from)
    {
    }

    public void DamagedSnapshot(string why)
    {
    }

    public void Gone(string monitor)
    {
    }
}
