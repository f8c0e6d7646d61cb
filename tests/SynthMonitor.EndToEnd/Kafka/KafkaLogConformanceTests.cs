using SynthMonitor.Tests.Kafka.Log;

namespace SynthMonitor.EndToEnd.Kafka;

/// <summary>Topics, records and offsets on real Kafka.</summary>
public sealed class KafkaLogConformanceTests(KafkaBroker broker) : LogConformance, IDisposable
{
    private readonly KafkaLogUnderTest test = new(broker.BootstrapServers);

    protected override LogUnderTest Test => test;

    public void Dispose() => test.Dispose();
}
