using SynthMonitor.Tests.Kafka.Log;

namespace SynthMonitor.EndToEnd.Kafka;

/// <summary>Consumer groups on real Kafka.</summary>
public sealed class KafkaGroupConformanceTests(KafkaBroker broker) : GroupConformance, IDisposable
{
    private readonly KafkaLogUnderTest test = new(broker.BootstrapServers);

    protected override LogUnderTest Test => test;

    public void Dispose() => test.Dispose();
}
