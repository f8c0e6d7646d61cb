using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Benchmarks.Drift;

/// <summary>
/// SineClusters (Lukats, Zielinski, Hahn and Stahl 2024): sine and cosine of a period of 500 rows, twice, with normal noise of deviation 0.25.
/// With each concept the first pair becomes another of (s, c), (−s, c), (−c, −c). No column changes over a period; only how they go together.
/// </summary>
internal static class SineClusters
{
    private const int Period = 500;
    private const double Noise = 0.25;

    public static Table Rows(ulong seed, int rows)
    {
        var concepts = Concepts.Of(seed, rows, count: 3);
        var random = new KeyedRandom(seed, 1);
        return Concepts.Columns(rows, 4, (row, values) =>
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * (row % Period) / Period);
            (values[0], values[1]) = concepts[row / Concepts.Rows] switch { 0 => (sine, cosine), 1 => (-sine, cosine), _ => (-cosine, -cosine) };
            (values[2], values[3]) = (sine, cosine);
            foreach (ref var value in values)
            {
                value += Noise * random.NextNormal();
            }
        });
    }
}
