using System.Collections.Immutable;
using Spectre.Console.Testing;
using SynthMonitor.Demo;
using SynthMonitor.Demo.Screen;
using SynthMonitor.Kafka.Records;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Demo.Screen;

/// <summary>A stream of 100 blocks that changes at block 40, is answered, and is judged anew from block 70 on.</summary>
internal static class SampleFrames
{
    public const int Blocks = 100;
    public const int Onset = 40;
    public const int Takeover = 70;

    /// <summary>The number that the stream's first block has.</summary>
    public static long FirstBlock { get; } = -DemoTexts.BlockOf(0);

    public static IncidentRecord Incident { get; } = Mature(FirstBlock + Onset + 2) with
    {
        Columns = [new IncidentColumn("income", 0.6, 0.2, []), new IncidentColumn("age", 0.4, 0.1, [])],
    };

    public static EventRecord Judged { get; } = Event(Incident.Id, ResponseStep.Judged, verdict: "promote", block: FirstBlock + 60) with
    {
        Recipe = "recent + edge cases",
        Figures = ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            new Dictionary<string, double> { ["championAuc"] = 0.71, ["challengerAuc"] = 0.93, ["holdoutRows"] = 480, ["syntheticRows"] = 2000, ["seconds"] = 3.25 }),
    };

    public static DemoFrame Frame { get; } = new()
    {
        Elapsed = TimeSpan.FromSeconds(12),
        Now = DateTimeOffset.UnixEpoch.AddSeconds(7),
        Footer = "http://127.0.0.1:8080/ · Ctrl-C stops",
        Change = "from row 8,000 on: labels by another rule",
        Stream = new StreamProgress(20_000, 19_400, 40_000, 1234.5, new DateTimeOffset(2024, 1, 1, 1, 40, 0, TimeSpan.Zero)),
        Champion = "0123456789ab",
        Windows = [.. Enumerable.Range(0, Blocks).SelectMany(Windows)],
        Incidents = [Incident],
        Events =
        [
            Event(Incident.Id, ResponseStep.Confirmed, block: FirstBlock + 50),
            Judged,
            Promotion(Incident.Id, "0123456789abcdef", "old") with { Block = FirstBlock + 60 },
        ],
    };

    /// <summary>What a terminal of some size shows of a frame, line by line.</summary>
    public static IReadOnlyList<string> Draw(DemoFrame frame, int width = 100, int height = 40)
    {
        using var console = new TestConsole();
        console.Profile.Width = width;
        console.Profile.Height = height;
        console.Write(DemoView.Of(frame, width, height));
        return console.Lines;
    }

    private static IEnumerable<WindowRecord> Windows(int block)
    {
        var epoch = block < Takeover ? 1 : 2;
        var isChanged = block is >= Onset and < Takeover;
        var outcomes = Outcomes(epoch, FirstBlock + block, 100, 10);
        yield return outcomes with { Outcomes = outcomes.Outcomes! with { Auc = isChanged ? 0.7 : 0.9 } };
        yield return outcomes with
        {
            Id = WindowRecord.IdOf(MonitorName, epoch, FirstBlock + block),
            Outcomes = null,
            Drift = new DriftWindow { Rows = 200, Score = isChanged ? 12 : 1, Threshold = 5 },
        };
    }
}
