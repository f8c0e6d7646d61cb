using System.Text;

namespace SynthMonitor.Ingest.Json;

/// <summary>
/// A field, or an object of fields, that is looked for in JSON records. Records of one producer have their fields in one order, so the
/// field after the last one found is tried first.
/// </summary>
internal sealed class JsonField
{
    private readonly List<JsonField> children = [];
    private readonly List<int> slots = [];
    private int expected;

    private JsonField(string name) => Name = Encoding.UTF8.GetBytes(name);

    public byte[] Name { get; }

    /// <summary>Who wants the field's value; empty for an object that only holds other fields.</summary>
    public IReadOnlyList<int> Slots => slots;

    /// <summary>Builds the tree of some paths, each the names from the outermost to the field's; the slot of a path is its position.</summary>
    public static JsonField Tree(IReadOnlyList<string[]?> paths)
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

    /// <summary>The names of a dotted path, such as <c>applicant.income</c>.</summary>
    public static string[]? Path(string? dotted) => dotted?.Split('.');

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

    private void Add(string[] path, int slot)
    {
        var node = this;
        foreach (var name in path)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            var child = node.children.Find(candidate => candidate.Name.AsSpan().SequenceEqual(bytes));
            if (child is null)
            {
                node.children.Add(child = new JsonField(name));
            }

            node = child;
        }

        node.slots.Add(slot);
    }
}
