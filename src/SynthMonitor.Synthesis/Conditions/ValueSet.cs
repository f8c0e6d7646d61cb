using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Conditions;

/// <summary>The values of one column that a condition allows; immutable.</summary>
public abstract class ValueSet
{
    private protected ValueSet()
    {
    }

    /// <summary>Whether the value at a row is in the set.</summary>
    /// <param name="column">A column of the kind of values (numbers or names) that the set holds.</param>
    /// <param name="row">The row.</param>
    public abstract bool Contains(Column column, int row);

    /// <summary>All other values, missing ones among them where this set has none.</summary>
    public abstract ValueSet Complement();
}
