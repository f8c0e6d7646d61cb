using System.Text;

namespace SynthMonitor.Ingest.Json;

/// <summary>
/// A field, or an object of fields, that is looked for in JSON records. Records of one producer have their fields in one order, so the
/// field after the last one found is tried first.
/// </summary>
internal sealed class JsonField
{
    /// <summary>The slot of an object that only holds other fields.</summary>
    public const int NoSlot = -1;

    private readonly List<JsonField> children = [];
    private int expected;

    private JsonField(string name) => Name = Encoding.UTF8.GetBytes(name);

    public byte[] Name { get; }

    public int Slot { get; private set; } = NoSlot;

    /// <summary>Builds the tree of some dotted paths; the slot of a path is its position.</summary>
    public static JsonField Tree(IReadOnlyList<string?> paths)
    {
        var root = new JsonField("");
        for (var slot = 0; slot < paths.Count; slot++)
        {
            if (paths[slot] is { } path)
            {
                root.Add(path, slot);
            }
        }

        return root;
    }

    /// <summary>The field of the property that a reader stands on, or null.</summary>
    public JsonField? Find(in System.Text.Json.Utf8JsonReader reader)
    {
        for (var turn = 0; turn < children.Count; turn++)
        {
            var index = expected + turn;
            index = index >= children.Count ? index - children.Count : index;
            if (reader.ValueTextEquals(children[index].Name))
            {
                expected = index + 1 == children.Count ? 0 : index + 1;
                return children[index];
            }
        }

        return null;
    }

    private void Add(string path, int slot)
    {
        var node = this;
        foreach (var name in path.Split('.'))
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            var child = node.children.Find(candidate => candidate.Name.AsSpan().SequenceEqual(bytes));
            if (child is null)
            {
                node.children.Add(child = new JsonField(name));
            }

            node = child;
        }

        node.Slot = slot;
    }
}
