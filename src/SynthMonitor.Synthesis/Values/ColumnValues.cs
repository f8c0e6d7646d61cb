using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Values;

/// <summary>How the codes of one column become values again, and which of them a condition allows; immutable.</summary>
internal abstract class ColumnValues
{
    private protected ColumnValues(ColumnCodes codes, int[] counts)
    {
        Codes = codes;
        Counts = counts;
    }

    /// <summary>The column's codes.</summary>
    public ColumnCodes Codes { get; }

    /// <summary>For each code the number of rows that bore it when the values were learnt.</summary>
    public int[] Counts { get; }

    /// <summary>A place to put a column's values into, row by row in any order.</summary>
    /// <param name="schema">The column's schema.</param>
    /// <param name="rows">The number of rows.</param>
    public abstract ColumnSink NewSink(Data.Schemas.ColumnSchema schema, int rows);

    /// <summary>For each code the positions whose values are among those allowed.</summary>
    public abstract UnitSet[] Allowed(ValueSet values);

    /// <summary>What rows hold, in a few words, for the reason why a condition cannot be met.</summary>
    public abstract string Describe();

    /// <summary>Writes all but the codes and their counts.</summary>
    public abstract void Write(PayloadWriter writer);

    /// <summary>The rows of a code, for each code of a column.</summary>
    protected static int[] CountCodes(ColumnCodes codes, ReadOnlySpan<byte> rows)
    {
        var counts = new int[codes.Count];
        foreach (var code in rows)
        {
            counts[code]++;
        }

        return counts;
    }
}
