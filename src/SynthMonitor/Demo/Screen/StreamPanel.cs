using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SynthMonitor.Demo.Screen;

/// <summary>How far the stream is, how fast, and what was made to change in it.</summary>
internal static class StreamPanel
{
    public static IRenderable Of(StreamProgress stream, string change)
    {
        var rows = stream.Total is { } total ? $"{stream.Counted:N0} of {total:N0} rows" : $"{stream.Counted:N0} rows";
        var figures = new Text(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} · {stream.RowsPerSecond:N0}/s · lag {stream.Lag:N0} · event time {stream.EventTime:yyyy-MM-dd HH:mm}"));
        var truth = new Text(change, Styles.Soft);
        return stream.Total is null ? new Rows(figures, truth) : new Rows(new PartDone(stream), figures, truth);
    }

    private sealed class PartDone(StreamProgress stream) : Renderable
    {
        protected override Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            var done = (int)Math.Clamp(maxWidth * stream.Counted / Math.Max(1, stream.Total!.Value), 0, maxWidth);
            return [new Segment(new string('━', done), Styles.Calm), new Segment(new string('━', maxWidth - done), Styles.Soft)];
        }
    }
}
