namespace SynthMonitor.Drift.Streams;

/// <summary>The mean of a stream, kept up to date value by value: <c>m ← m + (x − m) / n</c>.</summary>
internal struct RunningMean
{
    private long count;
    private double mean;

    public readonly long Count => count;

    public readonly double Mean => mean;

    public void Add(double value)
    {
        count++;
        mean += (value - mean) / count;
    }

    public void Exchange(StateExchange state)
    {
        state.Exchange(ref count);
        state.Exchange(ref mean);
    }
}
