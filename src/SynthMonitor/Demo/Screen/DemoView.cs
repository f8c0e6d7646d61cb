using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SynthMonitor.Demo.Screen;

/// <summary>Lays a frame out for a terminal of some size.</summary>
internal static class DemoView
{
    private const int WideFrom = 140;
    private const int MostLines = 8;

    /// <summary>Lines of a frame without those of incidents and steps, with the line that a terminal keeps for its cursor.</summary>
    private const int OtherLines = 18;

    /// <summary>What is shown of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="width">The terminal's columns.</param>
    /// <param name="height">The terminal's lines; where there are few, fewer incidents and steps are shown.</param>
    public static IRenderable Of(DemoFrame frame, int width, int height)
    {
        if (frame.Stream is not { } stream)
        {
            return new Rows([.. Preparation(frame), Footer(frame, width)]);
        }

        var isWide = width >= WideFrom;
        var most = Math.Clamp(isWide ? height - OtherLines + 3 : (height - OtherLines) / 2, 2, MostLines);
        var incidents = Box("incidents", IncidentPanel.Of(frame.Incidents, most));
        var response = Box("response", ResponsePanel.Of(frame, most));
        return new Rows(
            Box("stream", StreamPanel.Of(stream, frame.Change!)),
            Box($"champion {frame.Champion} · {TimelinePanel.Legend}", new TimelinePanel(frame)),
            isWide ? Halves(width, incidents, response) : new Rows(incidents, response),
            Footer(frame, width));
    }

    private static IEnumerable<IRenderable> Preparation(DemoFrame frame) => frame.Notes.Select((note, index) => index == frame.Notes.Count - 1
        ? new Text($"{ResponsePanel.Spinner(frame.Elapsed)} {note}", Styles.Calm)
        : new Text($"✓ {note}", Styles.Good));

    /// <summary>Padded, as what was drawn there before may have been longer; with room for the <c>^C</c> of a terminal.</summary>
    private static Text Footer(DemoFrame frame, int width) => new(
        string.Create(CultureInfo.InvariantCulture, $"{frame.Elapsed.TotalSeconds:F0} s · {frame.Footer}").PadRight(width - 4), Styles.Soft);

    private static Grid Halves(int width, IRenderable left, IRenderable right)
    {
        GridColumn Half(int columns) => new GridColumn().Width(columns).Padding(0, 0);
        return new Grid().AddColumns(Half(width / 2), Half(width - (width / 2))).AddRow(left, right);
    }

    private static Panel Box(string title, IRenderable content) => new Panel(content)
        .Header($" {Markup.Escape(title)} ").RoundedBorder().BorderStyle(Styles.Soft).Expand();
}
