using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Kafka.Records;

/// <summary>Names as positions in a dictionary that is made anew for each batch.</summary>
internal sealed class PackedNames
{
    private readonly Dictionary<string, int> positionOf = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly PackedBuffer<int> positions = new();

    public void Add(string? name)
    {
        if (name is null)
        {
            positions.Add(NameColumn.MissingPosition);
            return;
        }

        if (!positionOf.TryGetValue(name, out var position))
        {
            position = names.Count;
            positionOf.Add(name, position);
            names.Add(name);
        }

        positions.Add(position);
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
