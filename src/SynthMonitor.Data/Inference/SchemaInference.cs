using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Inference;

/// <summary>
/// Infers a schema from all values of a file, given as text. Whole numbers are integers (identifiers, which are text, if they are beyond
/// 2^53, see
/// <see cref="IdentifierTest"/>, or have leading zeros); <c>true</c> and <c>false</c> are booleans; ISO 8601 is datetimes; other texts
/// are categories or free text (see <see cref="NameTest"/>); a column without values is numeric. Every role is feature unless known.
/// </summary>
/// <param name="missing">Which texts are missing.</param>
internal sealed class SchemaInference(MissingText missing)
{
    private readonly List<string> names = [];
    private readonly List<ColumnEvidence> columns = [];

    /// <summary>The names of the columns so far.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The evidence of a column.</summary>
    public ColumnEvidence this[int column] => columns[column];

    /// <summary>Adds a column.</summary>
    /// <returns>Its position.</returns>
    public int Add(string name)
    {
        names.Add(name);
        columns.Add(new ColumnEvidence(missing));
        return names.Count - 1;
    }

    /// <summary>The schema.</summary>
    public Schema Conclude(SchemaOverrides overrides) =>
        new([.. names.Select((name, column) => columns[column].Conclude(name, overrides.Find(name)))]);
}
