namespace SynthMonitor.Commands.Replay;

/// <summary>Spreads rows evenly over time: row <c>i</c> is due <c>i / rate</c> seconds after the start.</summary>
/// <param name="rowsPerSecond">The rate; null for as fast as can be.</param>
/// <param name="time">Measures the time.</param>
internal sealed class Pace(double? rowsPerSecond, TimeProvider time)
{
    // Shorter waits cost more than they even out.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5);

    private readonly long start = time.GetTimestamp();

    /// <summary>Waits until a row is due.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public void Wait(long row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var wait = UntilDue(row);
        if (wait >= ShortestWait)
        {
            Task.Delay(wait, time, cancellation).GetAwaiter().GetResult();
        }
    }

    /// <summary>How long it takes until a row is due; zero where it is already.</summary>
    public TimeSpan UntilDue(long row)
    {
        var left = rowsPerSecond is { } rate ? TimeSpan.FromSeconds(row / rate) - time.GetElapsedTime(start) : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
