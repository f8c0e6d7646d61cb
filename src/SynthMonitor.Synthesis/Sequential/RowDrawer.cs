using SynthMonitor.Data.Randomness;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>
/// Draws rows block by block, a block column by column. What a row draws in a column depends on the seed, the row, the column's position
/// in the schema and a stream, so never on threads, on other rows or on the order of columns.
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

    private const ulong ValueStream = 1;

    /// <summary>A block for rows of these columns.</summary>
    public RowBlock NewBlock() => new(columns.Length);

    /// <summary>
    /// Draws the codes of some columns given those before them, and sets the weights: the probability of all that is allowed. Where it is
    /// 0 the row is of no use.
    /// </summary>
    /// <param name="block">The rows; the columns before <paramref name="start"/> are given.</param>
    /// <param name="start">The first column to draw.</param>
    /// <param name="end">One past the last column to draw.</param>
    /// <param name="keys">For each row its number, or that of the candidate for one.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="allowed">For each column what is allowed, or null where everything is.</param>
    public void DrawCodes(RowBlock block, int start, int end, ReadOnlySpan<long> keys, ulong stream, Restrictions allowed)
    {
        block.Count = keys.Length;
        block.Weights.AsSpan(0, keys.Length).Fill(1);
        for (var column = start; column < end; column++)
        {
            var position = new StratifiedPosition(seed, stream, (ulong)columns[column].Position);
            for (var row = 0; row < keys.Length; row++)
            {
                block.Positions[row] = position.Of((ulong)(firstRow + keys[row]));
            }

            if (allowed[column] is not { } positions)
            {
                columns[column].Model.Draw(block, column);
                continue;
            }

            columns[column].Model.Draw(block, column, positions);
            for (var row = 0; row < keys.Length; row++)
            {
                block.Weights[row] *= block.Shares[row];
            }
        }
    }

    /// <summary>Turns the codes of a row into values.</summary>
    public void SetValues(ReadOnlySpan<byte> codes, int row, Restrictions allowed, ColumnSink[] sinks)
    {
        for (var column = 0; column < codes.Length; column++)
        {
            var random = new KeyedRandom(seed, (ulong)(firstRow + row), (ulong)columns[column].Position, ValueStream);
            var position = random.NextDouble();
            sinks[column].Set(row, codes[column], allowed[column] is { } positions ? positions[codes[column]].At(position) : position);
        }
    }
}
