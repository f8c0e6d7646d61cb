namespace SynthMonitor.Drift.Streams;

/// <summary>The newest values of a stream, at most as many as its capacity, the oldest first.</summary>
internal sealed class RecentValues(int capacity)
{
    private readonly double[] values = new double[capacity];
    private int first;
    private int count;

    public int Count => count;

    public bool IsFull => count == values.Length;

    /// <summary>A value by age, the oldest at 0.</summary>
    public double this[int index] => values[(first + index) % values.Length];

    /// <summary>Adds a value; the oldest leaves a full window.</summary>
    public void Add(double value)
    {
        values[(first + count) % values.Length] = value;
        if (IsFull)
        {
            first = (first + 1) % values.Length;
        }
        else
        {
            count++;
        }
    }

    public void Clear() => (first, count) = (0, 0);

    /// <summary>Keeps the newest values only.</summary>
    public void KeepNewest(int kept)
    {
        var dropped = Math.Max(0, count - kept);
        first = (first + dropped) % values.Length;
        count -= dropped;
    }

    public void Exchange(StateExchange state)
    {
        state.Exchange(ref count, values.Length);
        state.Exchange(ref first, values.Length - 1);
        for (var index = 0; index < count; index++)
        {
            state.Exchange(ref values[(first + index) % values.Length]);
        }
    }
}
