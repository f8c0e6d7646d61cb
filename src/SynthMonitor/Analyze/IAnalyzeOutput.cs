using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze;

/// <summary>Where the analyze fold puts its results. Everything has an id, so that writing it again changes nothing.</summary>
internal interface IAnalyzeOutput
{
    /// <summary>An epoch has begun.</summary>
    void Start(EpochStart start);

    /// <summary>A window was judged.</summary>
    void Window(WindowRecord window);

    /// <summary>An incident was raised, revised or resolved.</summary>
    void Incident(IncidentRecord incident);
}
