using System.Collections.Immutable;

namespace SynthMonitor.Api;

/// <summary>The newest items, each id once. Beyond the capacity the oldest item is forgotten. Not thread-safe.</summary>
/// <param name="idOf">The id of an item.</param>
/// <param name="capacity">How many items are kept.</param>
internal sealed class Recent<T>(Func<T, string> idOf, int capacity)
    where T : class
{
    private readonly LinkedList<T> items = [];
    private readonly Dictionary<string, LinkedListNode<T>> byId = new(StringComparer.Ordinal);

    /// <summary>The newest item, or null.</summary>
    public T? Last => items.Last?.Value;

    /// <summary>Adds an item unless its id is there.</summary>
    public bool TryAdd(T item)
    {
        if (byId.ContainsKey(idOf(item)))
        {
            return false;
        }

        byId.Add(idOf(item), items.AddLast(item));
        if (items.Count > capacity)
        {
            byId.Remove(idOf(items.First!.Value));
            items.RemoveFirst();
        }

        return true;
    }

    /// <summary>Puts an item in the place of the one with its id, if that is there and may be replaced.</summary>
    public bool TryReplace(T item, Func<T, bool> replaceable)
    {
        if (!byId.TryGetValue(idOf(item), out var node) || !replaceable(node.Value))
        {
            return false;
        }

        node.Value = item;
        return true;
    }

    /// <summary>The newest items, oldest first.</summary>
    public ImmutableArray<T> Newest(int limit) => [.. items.Skip(Math.Max(0, items.Count - limit))];
}
