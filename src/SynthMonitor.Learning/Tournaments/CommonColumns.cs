using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Features;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Tournaments;

/// <summary>The target and the columns of the old rows that a model may use; what other tables have beyond them is left out.</summary>
internal sealed class CommonColumns
{
    private readonly Table old;
    private readonly List<string> names;

    public CommonColumns(Table old, string target)
    {
        this.old = old;
        names = [Outcomes.Find(old, target).Name, .. FeatureFitter.Usable(old, target).Select(column => column.Name)];
    }

    /// <summary>These columns of a table, in this order.</summary>
    /// <param name="table">A table.</param>
    /// <param name="which">What errors call its rows.</param>
    /// <exception cref="InputException">It lacks one, or holds names where the old rows hold numbers or the other way round.</exception>
    public Table Of(Table table, string which) => new([.. names.Select(name => Of(table, name, which))]);

    private Column Of(Table table, string name, string which)
    {
        var column = table.Find(name) ?? throw new InputException(null, null, name, $"no such column in the {which} rows", "the columns of the old rows");
        return column is NameColumn == old[name] is NameColumn
            ? column
            : throw new InputException(null, null, name, $"kind {column.Schema.Kind} in the {which} rows", $"{old[name].Schema.Kind} as in the old rows");
    }
}
