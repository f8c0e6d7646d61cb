using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Demo.Screen;

/// <summary>The newest steps of responses with their figures, and what is being done now.</summary>
internal static class ResponsePanel
{
    private const string Frames = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private const int FramesPerSecond = 8;

    public static IRenderable Of(DemoFrame frame, int most)
    {
        if (frame.Events.Count == 0)
        {
            return new Text("none yet", Styles.Soft);
        }

        var grid = new Grid().AddColumns(new GridColumn().NoWrap(), new GridColumn());
        var running = Running(frame);
        foreach (var record in frame.Events.TakeLast(running is null ? most : most - 1))
        {
            var (mark, style) = Mark(record);
            grid.AddRow(new Text($"{mark} {record.Step}", style), new Text(Words(record)));
        }

        if (running is not null)
        {
            grid.AddRow(new Text($"{Spinner(frame.Elapsed)} working", Styles.Calm), new Text(running));
        }

        return grid;
    }

    /// <summary>A turning mark.</summary>
    public static char Spinner(TimeSpan elapsed) => Frames[(int)(elapsed.TotalSeconds * FramesPerSecond) % Frames.Length];

    private static string? Running(DemoFrame frame) => frame.Events[^1] switch
    {
        { Step: ResponseStep.Confirmed } begun => string.Create(
            CultureInfo.InvariantCulture, $"synthesizing edge cases, training candidates; {(frame.Now - begun.At).TotalSeconds:F0} s"),
        { Step: ResponseStep.Promoted } => "watching the new champion by its realised error",
        _ => null,
    };

    private static (char Mark, Style Style) Mark(EventRecord record) => record.Step switch
    {
        ResponseStep.Failed or ResponseStep.RolledBack => ('✗', Styles.Bad),
        ResponseStep.Suppressed => ('–', Styles.Soft),
        ResponseStep.Judged when record.Verdict != "promote" => ('–', Styles.Soft),
        _ => ('✓', Styles.Good),
    };

    private static string Words(EventRecord record) => record.Step switch
    {
        ResponseStep.Confirmed => string.Create(CultureInfo.InvariantCulture, $"enough labels at block {DemoTexts.BlockOf(record.Block):N0}"),
        ResponseStep.Judged => Judged(record),
        ResponseStep.Promoted => $"model {record.Digests!["model"][..12]}; a new epoch with a new reference",
        ResponseStep.Settled => "the new champion does as well as it promised",
        ResponseStep.Suppressed => record.Verdict!,
        _ => string.Join("; ", record.Reasons ?? []),
    };

    private static string Judged(EventRecord record)
    {
        double? Figure(string name) => record.Figures?.TryGetValue(name, out var value) == true ? value : null;
        var auc = Figure("championAuc") is { } champion && Figure("challengerAuc") is { } challenger
            ? string.Create(CultureInfo.InvariantCulture, $"AUC {champion:F4} → {challenger:F4}")
            : null;
        string?[] parts =
        [
            $"{record.Verdict}: {record.Recipe}",
            auc,
            Count(Figure("holdoutRows"), "real rows held out"),
            Count(Figure("syntheticRows"), "synthetic rows"),
            Figure("seconds") is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s") : null,
            record.Verdict == "promote" ? null : string.Join("; ", record.Reasons ?? []),
        ];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string? Count(double? number, string what) => number is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:N0} {what}") : null;
}
