using System.Text.RegularExpressions;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Patterns;

/// <summary>Makes up the values of a column of keys or text, which are never modelled and never copied; immutable.</summary>
internal abstract class ColumnPattern
{
    /// <summary>Makes a column; the value of a row depends on the seed and the row alone.</summary>
    /// <param name="schema">The column's schema.</param>
    /// <param name="request">How many rows, from which one on, and the seed.</param>
    /// <param name="position">The column's position, so that two columns of one pattern differ.</param>
    /// <param name="expression">What every text must match, or null.</param>
    /// <exception cref="InputException">Hardly any text that could be made matches.</exception>
    public abstract Column Make(ColumnSchema schema, SampleRequest request, int position, Regex? expression = null);

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public abstract void Write(PayloadWriter writer);

    /// <summary>Learns the pattern of a column.</summary>
    public static ColumnPattern Fit(Column column) => column switch
    {
        NumberColumn numbers => NumberPattern.Fit(numbers),
        NameColumn names => TextPattern.Fit(names),
        _ => throw new ArgumentException($"column '{column.Name}' is neither of numbers nor of names", nameof(column)),
    };

    /// <summary>Reads what <see cref="Write"/> wrote, for a column of that schema.</summary>
    public static ColumnPattern Read(ColumnSchema schema, PayloadReader reader) =>
        schema.IsNominal ? TextPattern.Read(reader) : NumberPattern.Read(reader);
}
