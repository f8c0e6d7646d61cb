using System.Diagnostics;
using System.Text.Json;
using SynthMonitor.Commands;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Benchmarks.Drift;

/// <summary>
/// The two synthetic streams of Lukats, Zielinski, Hahn and Stahl (2024), 30 drifts in 155,000 rows, through the commands <c>profile</c> (the
/// first 1,000 rows) and <c>check --block --after-alarm rebase</c> (the others).
/// </summary>
internal static class ConceptBenchmark
{
    private const string Heading = "Drift of the joint distribution";
    private const int ReferenceRows = 1_000;

    // Blocks that divide the rows between drifts, as short as a change of one row's or of a few rows' kind can be told: a wave moves all
    // columns at once, a sine is near its opposite around the drift.
    private static readonly (string Name, Func<ulong, int, Table> Rows, int BlockRows)[] Streams =
        [("SineClusters", SineClusters.Rows, 5), ("WaveformDrift2", Waveform.Rows, 4)];

    public static async Task<int> RunAsync(Options options)
    {
        var rows = options.Number("rows", 155_000);
        List<string> lines = ["| stream | seed | rows a block | drifts | missed | false alarms | mean delay, rows | seconds |", "|---|---:|---:|---:|---:|---:|---:|---:|"];
        foreach (var (name, make, block) in Streams.Where(stream => stream.Name.Contains(options.Find("stream") ?? "", StringComparison.Ordinal)))
        {
            for (var seed = 1; seed <= options.Number("seeds", 3); seed++)
            {
                var clock = Stopwatch.StartNew();
                var size = options.Number("block", block);
                var found = FoundDrifts.Of(await AlarmsAsync(make((ulong)seed, rows), size), rows);
                lines.Add($"| {name} | {seed} | {size} | {found.Drifts} | {found.Missed} | {found.FalseAlarms} | {found.MeanDelay:0.0} | {clock.Elapsed.TotalSeconds:0} |");
                System.Console.WriteLine(lines[^1]);
            }
        }

        if (options.Find("write") is { } file)
        {
            MarkdownSection.Write(file, Heading, lines);
        }

        return 0;
    }

    private static async Task<int[]> AlarmsAsync(Table stream, int blockRows)
    {
        var folder = Directory.CreateTempSubdirectory("synthmonitor-");
        try
        {
            string In(string name) => Path.Combine(folder.FullName, name);
            TableFile.Write(In("reference.parquet"), stream.Slice(0, ReferenceRows), CancellationToken.None);
            TableFile.Write(In("stream.parquet"), stream.Slice(ReferenceRows, stream.Rows), CancellationToken.None);
            await CommandAsync("profile", In("reference.parquet"), "--out", In("reference.smref"));
            await CommandAsync(
                "check", "--reference", In("reference.smref"), "--current", In("stream.parquet"), "--block", $"{blockRows}",
                "--false-alarms", "1 per 500000 blocks", "--after-alarm", "rebase", "--json", In("alarms.json"));
            using var result = JsonDocument.Parse(await File.ReadAllBytesAsync(In("alarms.json")));
            return [.. result.RootElement.GetProperty("alarms").EnumerateArray().Select(alarm => alarm.GetProperty("row").GetInt32() + ReferenceRows)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CommandAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        if (await CommandLine.Run(CommandLine.Commands(), arguments, output, error, CancellationToken.None) != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)}: {error}");
        }
    }
}
