using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Kafka.Records;

/// <summary>Names as positions in a dictionary that is made anew for each batch.</summary>
internal sealed class PackedNames
{
    private const int MostBytes = 3;
    private readonly Dictionary<string, int> positionOf = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly PackedBuffer<int> positions = new();

    /// <summary>Adds a name, or null for a missing one; gives the bytes that its text adds at most.</summary>
    public int Add(string? name)
    {
        if (name is null)
        {
            positions.Add(NameColumn.MissingPosition);
            return 0;
        }

        if (positionOf.TryGetValue(name, out var position))
        {
            positions.Add(position);
            return 0;
        }

        positions.Add(names.Count);
        positionOf.Add(name, names.Count);
        names.Add(name);
        return name.Length * MostBytes;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteStrings(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(names));
        writer.WriteSigneds(positions.Span);
    }

    public void Clear()
    {
        positionOf.Clear();
        names.Clear();
        positions.Clear();
    }
}
