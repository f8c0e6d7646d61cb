using SynthMonitor.Data.Randomness;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>
/// Draws rows code by code. What a row draws in a column depends on the seed, the row, the column's position in the schema and a
/// stream, so never on threads, on other rows or on the order of columns.
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

    /// <summary>Draws the codes of some columns given those before them.</summary>
    /// <param name="row">The codes; those before <paramref name="start"/> are given, those up to its length are drawn.</param>
    /// <param name="start">The first column to draw.</param>
    /// <param name="key">The row, or the candidate for one.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="allowed">For each column what is allowed, or null where everything is.</param>
    /// <returns>The probability of all that is allowed: the importance weight. Where it is 0 the row is of no use.</returns>
    public double DrawCodes(Span<byte> row, int start, long key, ulong stream, Restrictions allowed)
    {
        var weight = 1.0;
        for (var column = start; column < row.Length; column++)
        {
            var random = Random(key, column, stream);
            var distribution = columns[column].Model.Given(row);
            if (allowed[column] is not { } positions)
            {
                row[column] = distribution.At(random.Next(distribution.Total));
                continue;
            }

            weight *= distribution.Share(positions);
            if (weight == 0)
            {
                return 0;
            }

            row[column] = distribution.At(positions, random.NextDouble());
        }

        return weight;
    }

    /// <summary>Turns the codes of a row into values.</summary>
    public void SetValues(ReadOnlySpan<byte> codes, int row, Restrictions allowed, ColumnSink[] sinks)
    {
        for (var column = 0; column < codes.Length; column++)
        {
            var random = Random(row, column, ValueStream);
            var position = random.NextDouble();
            sinks[column].Set(row, codes[column], allowed[column] is { } positions ? positions[codes[column]].At(position) : position);
        }
    }

    private KeyedRandom Random(long key, int column, ulong stream) =>
        new(seed, (ulong)(firstRow + key), (ulong)columns[column].Position, stream);
}
