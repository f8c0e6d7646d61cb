using SynthMonitor.Tests.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Embedded;

/// <summary>Topics, records and offsets in memory.</summary>
public sealed class EmbeddedLogTests : LogConformance
{
    protected override LogUnderTest Test { get; } = new EmbeddedLogUnderTest();
}
