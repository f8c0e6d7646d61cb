using SynthMonitor.Tests.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Embedded;

/// <summary>Consumer groups in memory.</summary>
public sealed class EmbeddedGroupTests : GroupConformance
{
    protected override LogUnderTest Test { get; } = new EmbeddedLogUnderTest();
}
