using Testcontainers.Kafka;

namespace SynthMonitor.EndToEnd.Kafka;

/// <summary>A broker of a test's own that can be stopped and comes back at the same address with all it had.</summary>
public sealed class FragileBroker : IAsyncDisposable
{
    private readonly KafkaContainer container;

    private FragileBroker(KafkaContainer container) => this.container = container;

    /// <summary>Where it is reached.</summary>
    public string BootstrapServers => new Uri(container.GetBootstrapAddress()).Authority;

    /// <summary>Starts one; where there is no Docker, the test is skipped.</summary>
    public static async Task<FragileBroker> StartAsync()
    {
        try
        {
            // A port that Docker chooses would be another one after every start.
            var container = Containers.Kafka().WithPortBinding(FreePort.Find(), KafkaBuilder.KafkaPort).Build();
            await container.StartAsync(TestContext.Current.CancellationToken);
            return new FragileBroker(container);
        }
        catch (Exception unavailable) when (unavailable is not OperationCanceledException)
        {
            Assert.Skip($"no Docker ({unavailable.Message})");
            throw;
        }
    }

    /// <summary>Stops it.</summary>
    public void Stop() => container.StopAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    /// <summary>Starts it again.</summary>
    public void Start() => container.StartAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => container.DisposeAsync();
}
