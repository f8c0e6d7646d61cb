using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams;

/// <summary>How the label of a row follows from the row.</summary>
public interface ILabelRule
{
    /// <summary>The label of a row.</summary>
    /// <param name="rows">A table that holds the row.</param>
    /// <param name="row">The position of the row in <paramref name="rows"/>.</param>
    /// <param name="label">The label that the row bears: true for the positive class.</param>
    /// <param name="random">Random numbers of this row.</param>
    /// <returns>True for the positive class.</returns>
    bool Label(Table rows, int row, bool label, ref KeyedRandom random);
}
