using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>
/// Draws the codes of rows, a block column by column. What a row draws in a column depends on the seed, the row, the column's position in
/// the schema and a stream, so never on threads, on other rows or on the order of columns.
/// </summary>
/// <param name="columns">The columns, in the order in which they are drawn.</param>
/// <param name="seed">The seed.</param>
/// <param name="firstRow">The number of row 0.</param>
internal sealed class RowDrawer(ModelledColumn[] columns, ulong seed, long firstRow)
{
    /// <summary>The stream of codes of rows that are given out.</summary>
    public const ulong CodeStream = 0;

    /// <summary>The first of the streams of codes that rows are chosen from by their weight.</summary>
    public const ulong FirstParticleStream = 2;

    /// <summary>Draws the codes of one column given those before it, and multiplies the weights by what of it is allowed.</summary>
    /// <param name="block">The rows; the columns before are given.</param>
    /// <param name="column">The column to draw.</param>
    /// <param name="keys">For each row its number, or that of the candidate for one.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="allowed">For each code the positions that are allowed inside it, or null where everything is.</param>
    public void DrawColumn(RowBlock block, int column, ReadOnlySpan<long> keys, ulong stream, UnitSet[]? allowed)
    {
        var position = new StratifiedPosition(seed, stream, (ulong)columns[column].Position);
        for (var row = 0; row < keys.Length; row++)
        {
            block.Positions[row] = position.Of((ulong)(firstRow + keys[row]));
        }

        if (allowed is null)
        {
            columns[column].Model.Draw(block, column);
            return;
        }

        columns[column].Model.Draw(block, column, allowed);
        for (var row = 0; row < keys.Length; row++)
        {
            block.Weights[row] *= block.Shares[row];
        }
    }
}
