using System.Text.Json.Nodes;
using SynthMonitor.Api;
using SynthMonitor.Demo;
using SynthMonitor.Demo.Streams.Injection;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Demo;

/// <summary>A small demo, run to its end in this process.</summary>
internal sealed record SampleDemo(DemoReport Report, IReadOnlyList<WindowRecord> Windows, IReadOnlyList<IncidentRecord> Incidents, IReadOnlyList<EventRecord> Events)
{
    public const int DriftRow = 1600;

    private static readonly Lazy<SampleDemo> Run = new(() => Start(Options()));

    /// <summary>The demo that tests look at; it runs once.</summary>
    public static SampleDemo Concept => Run.Value;

    public JsonObject Json => JsonNode.Parse(JsonMessage.ToBytes(Report))!.AsObject();

    public static DemoOptions Options(long rows = 6000, int reference = 3000) => new(
        null, null, [], reference, DriftInjection.Parse($"concept@{DriftRow}"), rows, null, Seed: 1, Port: 0);

    public static SampleDemo Start(DemoOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("demo");
        try
        {
            var world = DemoWorld.Prepare(options, folder.FullName, new Progress<string>(), CancellationToken.None);
            var state = new DemoState();
            using var run = new DemoRun(world, state, new MonitorViews([DemoWorld.Monitor]), options, TimeProvider.System);
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            run.RunToEnd(patience.Token);
            return new SampleDemo(DemoReport.Of(state), state.Windows, state.Incidents, state.Events);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
