namespace SynthMonitor.Demo.Streams.Events;

/// <summary>
/// Labels on their way: they are put in with their rows, in order of event time, and come out in order of arrival (then of rows). Holds
/// no more than the labels of one <see cref="LabelDelay.Maximum"/>, as long as what has arrived is taken.
/// </summary>
/// <param name="delay">When labels arrive.</param>
public sealed class DelayedLabels(LabelDelay delay)
{
    private readonly PriorityQueue<DelayedLabel, (long Arrival, long Row)> pending = new();

    /// <summary>The number of labels on their way.</summary>
    public int Pending => pending.Count;

    /// <summary>The number of labels that will never come.</summary>
    public long Lost { get; private set; }

    /// <summary>Sends a label on its way.</summary>
    /// <param name="row">The row that it belongs to.</param>
    /// <param name="eventTime">The row's event time in milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="label">The class.</param>
    public void Add(long row, long eventTime, string label)
    {
        if (delay.ArrivalOf(row, eventTime) is { } arrival)
        {
            pending.Enqueue(new(row, arrival, label), (arrival, row));
        }
        else
        {
            Lost++;
        }
    }

    /// <summary>Takes the next label that arrives until a time; the greatest time drains all.</summary>
    /// <param name="eventTime">The latest arrival, in milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="label">The label.</param>
    public bool TryTake(long eventTime, out DelayedLabel label) =>
        pending.TryPeek(out label, out _) && label.Arrival <= eventTime && pending.TryDequeue(out label, out _);
}
