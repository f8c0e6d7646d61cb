using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Derived;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// An endless stream of rows without drift: runs of consecutive reference rows, each from a random place (the last row is followed by the
/// first), whole rows, so that columns depend on each other as they do.
/// </summary>
internal sealed class NullStream(NullPopulation population, KeyedRandom random)
{
    private KeyedRandom random = random;
    private int[] drawn = [];
    private int[] honest = [];
    private int next;
    private int left;

    /// <summary>Draws a pseudo-reference and counts its cells; in derived channels of the rows that none was fitted on.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="counts">Receives the flat vector.</param>
    public void DrawReference(int rows, Span<long> counts)
    {
        DrawRows(rows);
        Count(counts, drawn.AsSpan(0, rows), drawn.Where((row, i) => i < rows && !InterleavedHalves.IsFitted(row)).ToArray());
    }

    /// <summary>
    /// Draws rows of the stream, some of which bear a guard that no reference row bears. What derived channels were fitted on is, in these,
    /// replaced by a row nearby.
    /// </summary>
    /// <param name="rows">How many.</param>
    /// <param name="counts">Receives the flat vector.</param>
    public void Draw(int rows, Span<long> counts)
    {
        DrawRows(rows);
        for (var i = 0; i < rows; i++)
        {
            honest[i] = population.HasDerived ? InterleavedHalves.Honest(drawn[i], population.Rows, ref random) : drawn[i];
        }

        Count(counts, drawn.AsSpan(0, rows), honest.AsSpan(0, rows));
        for (var events = Poisson(population.NoveltyRate * rows); events > 0; events--)
        {
            var (index, cell) = NextNovelty();
            var channel = population.Channels.Channels[index];
            var place = random.Next(rows);
            var replaced = population.Cells[index][channel.IsDerived ? honest[place] : drawn[place]];
            if (counts[channel.Offset + replaced] > 0)
            {
                counts[channel.Offset + replaced]--;
                counts[channel.Offset + cell]++;
            }
        }
    }

    private void DrawRows(int rows)
    {
        Array.Resize(ref drawn, Math.Max(drawn.Length, rows));
        Array.Resize(ref honest, drawn.Length);
        for (var i = 0; i < rows; i++)
        {
            if (left == 0)
            {
                (next, left) = (random.Next(population.Rows), population.RunLength);
            }

            drawn[i] = next;
            next = next + 1 == population.Rows ? 0 : next + 1;
            left--;
        }
    }

    private void Count(Span<long> counts, ReadOnlySpan<int> plain, ReadOnlySpan<int> derived)
    {
        counts.Clear();
        for (var index = 0; index < population.Cells.Length; index++)
        {
            var cells = population.Cells[index];
            var channel = population.Channels.Channels[index];
            var histogram = counts.Slice(channel.Offset, channel.Cells);
            foreach (var row in channel.IsDerived ? derived : plain)
            {
                histogram[cells[row]]++;
            }
        }
    }

    private (int Channel, int Cell) NextNovelty()
    {
        var place = random.NextDouble() * population.NoveltyRate;
        foreach (var (channel, cell, rate) in population.Novelties)
        {
            place -= rate;
            if (place < 0)
            {
                return (channel, cell);
            }
        }

        return (population.Novelties[^1].Channel, population.Novelties[^1].Cell);
    }

    /// <summary>A Poisson number (Knuth); means above 500 are cut into parts.</summary>
    private int Poisson(double mean)
    {
        const double largest = 500;
        var count = 0;
        for (; mean > largest; mean -= largest)
        {
            count += Poisson(largest);
        }

        var product = random.NextDouble();
        for (var limit = Math.Exp(-mean); product > limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
