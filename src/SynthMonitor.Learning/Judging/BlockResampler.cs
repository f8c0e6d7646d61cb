using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Learning.Judging;

/// <summary>
/// Resamples rows in runs (circular block bootstrap, Politis and Romano 1992) of length ⌈∛rows⌉, so that neighbours in time that resemble
/// each other do not make a difference look surer than it is.
/// </summary>
/// <param name="rows">The number of rows, at least 1.</param>
/// <param name="seed">Chooses the resamples.</param>
internal sealed class BlockResampler(int rows, ulong seed)
{
    private readonly int length = (int)Math.Ceiling(Math.Cbrt(rows));

    /// <summary>How often each row occurs in a resample of as many rows.</summary>
    /// <param name="replicate">Which resample.</param>
    /// <param name="counts">Filled; one for each row.</param>
    public void Draw(int replicate, Span<int> counts)
    {
        counts.Clear();
        var random = new KeyedRandom(seed, (ulong)replicate);
        for (var drawn = 0; drawn < rows; drawn += length)
        {
            var start = random.Next(rows);
            for (var step = 0; step < Math.Min(length, rows - drawn); step++)
            {
                counts[(start + step) % rows]++;
            }
        }
    }
}
