using System.Text;
using SynthMonitor.Analyze;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Analyze;

/// <summary>Keeps what analyze gives.</summary>
internal sealed class RecordingOutput : IAnalyzeOutput
{
    public List<EpochStart> Starts { get; } = [];

    public List<WindowRecord> Windows { get; } = [];

    public List<IncidentRecord> Incidents { get; } = [];

    /// <summary>Windows and incidents as text, in order of their ids.</summary>
    public string Text => string.Join('\n', Windows.Select(window => (window.Id, Json(window)))
        .Concat(Incidents.Select(incident => ($"{incident.Id} {incident.Revision:D6}", Json(incident)))).Order());

    public void Start(EpochStart start) => Starts.Add(start);

    public void Window(WindowRecord window) => Windows.Add(window);

    public void Incident(IncidentRecord incident) => Incidents.Add(incident);

    private static string Json<T>(T record) => Encoding.UTF8.GetString(JsonMessage.ToBytes(record));
}
