using SynthMonitor.Data.Codes;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>
/// Spearman's rank correlation of two ordered columns: Pearson's correlation of the ranks of their cells, values of one cell sharing the mean
/// of their ranks. Rows in which either is missing or not a number are left out.
/// </summary>
/// <param name="Value">The correlation, −1 … 1; null where a column does not vary.</param>
/// <param name="Rows">The rows that it rests on.</param>
internal readonly record struct RankCorrelation(double? Value, long Rows)
{
    /// <summary>Correlates two columns.</summary>
    /// <param name="firstCells">The regular cells of the first column.</param>
    /// <param name="secondCells">The regular cells of the second column.</param>
    /// <param name="first">The first column's codes.</param>
    /// <param name="second">The second column's codes, of the same rows.</param>
    public static RankCorrelation Of(int firstCells, int secondCells, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var counts = new long[firstCells + 2, secondCells + 2];
        var (firstCounts, secondCounts, rows) = (new long[firstCells + 2], new long[secondCells + 2], 0L);
        for (var row = 0; row < first.Length; row++)
        {
            var (a, b) = (PlaceOf(first[row], firstCells), PlaceOf(second[row], secondCells));
            if (a >= 0 && b >= 0)
            {
                counts[a, b]++;
                firstCounts[a]++;
                secondCounts[b]++;
                rows++;
            }
        }

        var (firstRanks, secondRanks) = (CentredRanks(firstCounts, rows), CentredRanks(secondCounts, rows));
        var product = 0.0;
        for (var a = 0; a < firstCounts.Length; a++)
        {
            for (var b = 0; b < secondCounts.Length; b++)
            {
                product += counts[a, b] * firstRanks[a] * secondRanks[b];
            }
        }

        var scale = Math.Sqrt(Squares(firstCounts, firstRanks) * Squares(secondCounts, secondRanks));
        return new(scale > 0 ? Math.Clamp(product / scale, -1, 1) : null, rows);
    }

    /// <summary>A code's place in order of value, or −1 where it has none.</summary>
    private static int PlaceOf(byte code, int cells) => code switch
    {
        Code.Below => 0,
        Code.Above => cells + 1,
        >= Code.First => code - Code.First + 1,
        _ => -1,
    };

    private static double[] CentredRanks(long[] counts, long rows)
    {
        var (ranks, before) = (new double[counts.Length], 0L);
        for (var cell = 0; cell < counts.Length; cell++)
        {
            ranks[cell] = before + (counts[cell] / 2.0) - (rows / 2.0);
            before += counts[cell];
        }

        return ranks;
    }

    private static double Squares(long[] counts, double[] ranks) => counts.Select((count, cell) => count * ranks[cell] * ranks[cell]).Sum();
}
