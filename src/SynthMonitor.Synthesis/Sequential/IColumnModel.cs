using SynthMonitor.Data.Storage;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>The distribution of one column's code given the codes of the columns that are drawn before it; immutable.</summary>
internal interface IColumnModel
{
    /// <summary>
    /// Draws the column's code in every row of a block from <see cref="RowBlock.Positions"/>, and sets <see cref="RowBlock.Probabilities"/>.
    /// </summary>
    /// <param name="block">The rows; the columns before are set.</param>
    /// <param name="column">The column.</param>
    void Draw(RowBlock block, int column);

    /// <summary>
    /// Draws among what is allowed, and sets <see cref="RowBlock.Probabilities"/> and <see cref="RowBlock.Shares"/>. Where the share is 0
    /// the code means nothing.
    /// </summary>
    /// <param name="block">The rows; the columns before are set.</param>
    /// <param name="column">The column.</param>
    /// <param name="allowed">For each code the positions that are allowed inside it.</param>
    void Draw(RowBlock block, int column, UnitSet[] allowed);

    /// <summary>Sets <see cref="RowBlock.Probabilities"/> to those of the codes that the rows have.</summary>
    /// <param name="block">The rows; the columns before and the column itself are set.</param>
    /// <param name="column">The column.</param>
    void Judge(RowBlock block, int column);

    /// <summary>Writes the model, its <see cref="ColumnModelKind"/> first.</summary>
    void Write(PayloadWriter writer);
}
