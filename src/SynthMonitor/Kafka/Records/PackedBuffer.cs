namespace SynthMonitor.Kafka.Records;

/// <summary>An array that grows and is used again.</summary>
internal sealed class PackedBuffer<T>
    where T : unmanaged
{
    private T[] items = new T[64];

    public int Count { get; private set; }

    public ReadOnlySpan<T> Span => items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, items.Length * 2);
        }

        items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<T> added)
    {
        if (Count + added.Length > items.Length)
        {
            Array.Resize(ref items, Math.Max(items.Length * 2, Count + added.Length));
        }

        added.CopyTo(items.AsSpan(Count));
        Count += added.Length;
    }

    public void Clear() => Count = 0;
}
