using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SynthMonitor.Demo.Screen;

/// <summary>Realised AUC and drift over the last blocks, with a mark where an incident was raised and where a model was promoted.</summary>
internal sealed class TimelinePanel(DemoFrame frame) : Renderable
{
    private const int LabelWidth = 7;
    private const int FigureWidth = 22;
    private const char Raised = '▼';
    private const char Promoted = '▲';

    /// <summary>What the marks mean.</summary>
    public static string Legend { get; } = $"{Raised} incident raised, {Promoted} model promoted";

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var timeline = Timeline.Of(frame.Windows, Math.Max(1, maxWidth - LabelWidth - FigureWidth));
        return [.. Quality(timeline), Segment.LineBreak, .. Drift(timeline), Segment.LineBreak, .. Marks(timeline, maxWidth)];
    }

    private IEnumerable<Segment> Quality(Timeline timeline)
    {
        var values = timeline.Values(frame.Windows, window => window.Outcomes?.Auc, values => values.Average());
        var known = values.OfType<double>().ToList();
        var (low, high) = known.Count == 0 ? (0, 1) : (Math.Min(known.Min(), known.Max() - 0.05), known.Max());
        var last = frame.Windows.LastOrDefault(window => window.Outcomes?.Auc is not null)?.Outcomes?.Auc;
        return
        [
            Label("AUC"),
            .. values.Select((value, cell) => new Segment($"{Sparkline.Of(value, low, high)}", Styles.Of(PhaseOf(timeline.BlockOf(cell))))),
            new Segment(last is { } auc ? string.Create(CultureInfo.InvariantCulture, $"  {auc:F4}") : "", Styles.Of(PhaseOf(long.MaxValue))),
        ];
    }

    private IEnumerable<Segment> Drift(Timeline timeline)
    {
        var values = timeline.Values(
            frame.Windows, window => window.Drift is { Score: { } score, Threshold: { } threshold } ? score / threshold : null, values => values.Max());
        var last = frame.Windows.LastOrDefault(window => window.Drift is { Score: not null, Threshold: not null })?.Drift;
        return
        [
            Label("drift"),
            .. values.Select(value => new Segment($"{Sparkline.Of(value, 0, 1.5)}", value >= 1 ? Styles.Bad : Styles.Calm)),
            new Segment(
                last is null ? "" : string.Create(CultureInfo.InvariantCulture, $"  {last.Score:F1} of {last.Threshold:F1}"),
                last?.Score >= last?.Threshold ? Styles.Bad : Styles.Calm),
        ];
    }

    private IEnumerable<Segment> Marks(Timeline timeline, int width)
    {
        var marks = new char[timeline.Cells];
        Array.Fill(marks, ' ');
        void Mark(long block, char mark)
        {
            if (timeline.CellOf(block) is { } cell)
            {
                marks[cell] = mark;
            }
        }

        foreach (var incident in frame.Incidents)
        {
            Mark(incident.RaisedBlock, Raised);
        }

        foreach (var takeover in frame.Takeovers)
        {
            Mark(takeover, Promoted);
        }

        var (first, last) = timeline.Span;
        var legend = timeline.Cells == 0 ? "waiting for the first block" : $"  blocks {first:N0} to {last:N0}";
        return
        [
            Label(""),
            .. marks.Select(mark => new Segment($"{mark}", mark == Promoted ? Styles.Good : Styles.Bad)),
            new Segment(legend[..Math.Min(legend.Length, Math.Max(0, width - LabelWidth - timeline.Cells))], Styles.Soft),
        ];
    }

    /// <summary>Whether a block lies within a change: from an incident's onset to its end, or to the model that answered it.</summary>
    private Phase PhaseOf(long block)
    {
        var takeover = frame.Takeovers.Where(first => first <= block).Select(first => (long?)first).Max();
        var isDrifted = frame.Incidents.Any(incident =>
            incident.OnsetBlock <= block && !(incident.ResolvedBlock < block && incident.Reason is null) && !(takeover > incident.OnsetBlock));
        return isDrifted ? Phase.Drifted : takeover is null ? Phase.Steady : Phase.Renewed;
    }

    private static Segment Label(string text) => new(text.PadRight(LabelWidth), Styles.Soft);
}
