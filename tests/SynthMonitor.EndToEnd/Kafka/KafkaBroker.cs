using SynthMonitor.EndToEnd.Kafka;
using Testcontainers.Kafka;

[assembly: AssemblyFixture(typeof(KafkaBroker))]

namespace SynthMonitor.EndToEnd.Kafka;

/// <summary>
/// One broker for all tests: that of the environment variable <c>SYNTHMONITOR_KAFKA</c> (bootstrap servers) if it is set, else a
/// container. Where neither can be had, the tests that need it are skipped with the reason.
/// </summary>
public sealed class KafkaBroker : IAsyncLifetime
{
    private KafkaContainer? container;
    private string? servers;
    private string? failure;

    /// <summary>Where the broker is reached.</summary>
    public string BootstrapServers
    {
        get
        {
            Assert.SkipWhen(servers is null, $"no Kafka: set SYNTHMONITOR_KAFKA or have Docker ({failure})");
            return servers!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        servers = Environment.GetEnvironmentVariable("SYNTHMONITOR_KAFKA");
        if (!string.IsNullOrEmpty(servers))
        {
            return;
        }

        try
        {
            container = Containers.Kafka().Build();
            await container.StartAsync(TestContext.Current.CancellationToken);
            servers = new Uri(container.GetBootstrapAddress()).Authority;
        }
        catch (Exception unavailable) when (unavailable is not OperationCanceledException)
        {
            failure = unavailable.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (container is not null)
        {
            await container.DisposeAsync();
        }
    }
}
