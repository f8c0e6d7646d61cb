using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// An endless stream of rows without drift: runs of consecutive reference rows, each from a random place (the last row is followed by the
/// first), whole rows, so that columns depend on each other as they do.
/// </summary>
internal sealed class NullStream(NullPopulation population, KeyedRandom random)
{
    private KeyedRandom random = random;
    private int[] drawn = [];
    private int next;
    private int left;

    /// <summary>Draws rows and counts their cells.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="counts">Receives the flat vector.</param>
    public void Draw(int rows, Span<long> counts)
    {
        Array.Resize(ref drawn, Math.Max(drawn.Length, rows));
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

        counts.Clear();
        for (var index = 0; index < population.Cells.Length; index++)
        {
            var cells = population.Cells[index];
            var channel = population.Channels.Channels[index];
            var histogram = counts.Slice(channel.Offset, channel.Cells);
            foreach (var row in drawn.AsSpan(0, rows))
            {
                histogram[cells[row]]++;
            }
        }
    }

    /// <summary>Draws rows as <see cref="Draw"/> does, some of which bear a guard that no reference row bears.</summary>
    public void DrawWithNovelties(int rows, Span<long> counts)
    {
        Draw(rows, counts);
        for (var events = Poisson(population.NoveltyRate * rows); events > 0; events--)
        {
            var (index, cell) = NextNovelty();
            var channel = population.Channels.Channels[index];
            var replaced = population.Cells[index][drawn[random.Next(rows)]];
            if (counts[channel.Offset + replaced] > 0)
            {
                counts[channel.Offset + replaced]--;
                counts[channel.Offset + cell]++;
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
