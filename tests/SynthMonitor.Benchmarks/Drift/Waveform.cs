using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Benchmarks.Drift;

/// <summary>
/// WaveformDrift2 (Lukats, Zielinski, Hahn and Stahl 2024): 21 columns, each row a random mixture of two of three triangular waves with standard
/// normal noise (Breiman, Friedman, Olshen and Stone 1984). With each concept the waves h become another of h, h + 6, 6 − h, −h.
/// </summary>
internal static class Waveform
{
    private const int Columns = 21;
    private const int Height = 6;

    private static readonly int[] Peaks = [6, 14, 10];

    public static Table Rows(ulong seed, int rows)
    {
        var concepts = Concepts.Of(seed, rows, count: 4);
        var random = new KeyedRandom(seed, 1);
        return Concepts.Columns(rows, Columns, (row, values) =>
        {
            var left = random.Next(3);
            var (first, second, share) = (Peaks[left == 2 ? 1 : 0], Peaks[left == 0 ? 1 : 2], random.NextDouble());
            for (var column = 0; column < Columns; column++)
            {
                var wave = (share * Wave(first, column)) + ((1 - share) * Wave(second, column));
                values[column] = Turned(wave, concepts[row / Concepts.Rows]) + random.NextNormal();
            }
        });
    }

    private static double Wave(int peak, int column) => Math.Max(0, Height - Math.Abs(column - peak));

    private static double Turned(double wave, int concept) => concept switch { 0 => wave, 1 => wave + Height, 2 => Height - wave, _ => -wave };
}
