using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>
/// Candidates for rows under restrictions, drawn by likelihood weighting (Fung and Chang 1989): each column up to the last restricted one
/// is drawn from its distribution given those before it, a restricted one from what is allowed, and the candidate weighs as much as what
/// was allowed was probable. A choice in proportion to the weights then follows the conditional distribution.
/// </summary>
/// <param name="drawer">Draws codes.</param>
/// <param name="columns">The number of columns.</param>
/// <param name="allowed">The restrictions, at least one.</param>
/// <param name="stream">The stream of random numbers.</param>
/// <param name="firstKey">The key of the first candidate.</param>
/// <param name="threads">The most threads; null means one for each processor.</param>
internal sealed class ParticleCloud(RowDrawer drawer, int columns, Restrictions allowed, ulong stream, long firstKey, int? threads)
{
    private readonly int width = allowed.Reach;
    private byte[] codes = [];
    private double[] weights = [];

    /// <summary>The number of candidates.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of the weights.</summary>
    public double TotalWeight { get; private set; }

    /// <summary>To how many independent candidates of equal weight these amount.</summary>
    public double EffectiveSize { get; private set; }

    /// <summary>The codes of a candidate up to the last restricted column.</summary>
    public ReadOnlySpan<byte> this[int particle] => codes.AsSpan(particle * width, width);

    /// <summary>Adds candidates until there are as many as given.</summary>
    public void Grow(int count, CancellationToken cancellation)
    {
        var start = Count;
        Count = count;
        Array.Resize(ref codes, count * width);
        Array.Resize(ref weights, count);
        BlockLoop.Run(count - start, columns, threads, (block, first, rows) =>
        {
            var particles = Enumerable.Range(start + first, rows).ToArray();
            long[] keys = [.. particles.Select(particle => firstKey + particle)];
            for (var column = 0; column < width; column++)
            {
                drawer.DrawColumn(block, column, keys, stream, allowed[column]);
            }

            for (var i = 0; i < rows; i++)
            {
                block[i][..width].CopyTo(codes.AsSpan(particles[i] * width));
                weights[particles[i]] = block.Weights[i];
            }
        }, cancellation);
        Weigh();
    }

    /// <summary>
    /// Chooses candidates in proportion to their weights, each as often as its weight says up to rounding (systematic resampling;
    /// Kitagawa 1996), in random order.
    /// </summary>
    /// <param name="count">How many to choose.</param>
    /// <param name="random">The random numbers.</param>
    public int[] Choose(int count, KeyedRandom random)
    {
        var chosen = new int[count];
        var step = TotalWeight / count;
        var offset = random.NextDouble();
        var (particle, reached) = (0, weights[0]);
        for (var i = 0; i < count; i++)
        {
            var mark = (i + offset) * step;
            while (reached <= mark && particle < Count - 1)
            {
                reached += weights[++particle];
            }

            chosen[i] = particle;
        }

        // Rounding can leave the last marks beyond the last weight, on a candidate that weighs nothing.
        var last = Array.FindLastIndex(weights, weight => weight > 0);
        for (var i = count - 1; i >= 0 && chosen[i] > last; i--)
        {
            chosen[i] = last;
        }

        random.Shuffle(chosen.AsSpan());
        return chosen;
    }

    /// <summary>Picks one candidate in proportion to the weights.</summary>
    /// <param name="position">In [0, 1), uniform.</param>
    public int Pick(double position)
    {
        var left = position * TotalWeight;
        for (var particle = 0; particle < Count; particle++)
        {
            left -= weights[particle];
            if (left < 0)
            {
                return particle;
            }
        }

        return Array.FindLastIndex(weights, weight => weight > 0);
    }

    private void Weigh()
    {
        double sum = 0, squares = 0;
        foreach (var weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        TotalWeight = sum;
        EffectiveSize = squares == 0 ? 0 : sum * sum / squares;
    }
}
