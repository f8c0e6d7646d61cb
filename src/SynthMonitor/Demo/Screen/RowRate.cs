namespace SynthMonitor.Demo.Screen;

/// <summary>Rows a second over the last seconds.</summary>
/// <param name="time">Measures them.</param>
internal sealed class RowRate(TimeProvider time)
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(2);
    private readonly Queue<(long At, long Rows)> points = new();

    /// <summary>Takes how many rows there are now, and gives the rate.</summary>
    public double Take(long rows)
    {
        var now = time.GetTimestamp();
        points.Enqueue((now, rows));
        while (points.Count > 2 && time.GetElapsedTime(points.Peek().At, now) > Span)
        {
            points.Dequeue();
        }

        var (at, before) = points.Peek();
        var seconds = time.GetElapsedTime(at, now).TotalSeconds;
        return seconds > 0 ? (rows - before) / seconds : 0;
    }
}
