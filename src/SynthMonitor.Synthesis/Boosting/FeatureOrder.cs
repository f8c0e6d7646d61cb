using SynthMonitor.Data.Codes;

namespace SynthMonitor.Synthesis.Boosting;

/// <summary>
/// The order in which a classifier cuts the codes of one feature: for each code its rank. Codes that training rows bore have dense ranks
/// from 0; any other code has the rank of a neighbour.
/// </summary>
internal sealed class FeatureOrder
{
    // Codes that few rows bear have uncertain means: with so many rows of the overall mean added, they come to lie near that.
    private const double PriorRows = 20;

    private FeatureOrder(byte[] ranks, int count)
    {
        Ranks = ranks;
        Count = count;
    }

    /// <summary>For each of 256 codes its rank.</summary>
    public byte[] Ranks { get; }

    /// <summary>The number of distinct ranks, at least 1.</summary>
    public int Count { get; }

    /// <summary>The order of a feature whose training rows are known.</summary>
    /// <param name="isOrdered">Whether the codes are in order of value; else they are put in order of the response's mean.</param>
    /// <param name="rows">For each code the number of training rows.</param>
    /// <param name="positives">For each code the number of those of the positive class.</param>
    public static FeatureOrder Of(bool isOrdered, ReadOnlySpan<int> rows, ReadOnlySpan<int> positives) =>
        isOrdered ? ByValue(rows, positives) : ByResponse(rows, positives);

    /// <summary>The order in a file.</summary>
    public static FeatureOrder FromRanks(byte[] ranks) => new(ranks, ranks.Max() + 1);

    /// <summary>Values rising; what is missing comes at the end whose half of the rows is more like it.</summary>
    private static FeatureOrder ByValue(ReadOnlySpan<int> rows, ReadOnlySpan<int> positives)
    {
        var isMissingLast = IsMissingLast(rows, positives);
        var ranks = new byte[256];
        var next = 0;
        for (var place = 0; place < 256; place++)
        {
            var code = isMissingLast ? (place + Code.Below) & 255 : place;
            next += rows[code] > 0 ? 1 : 0;
            ranks[code] = (byte)Math.Max(0, next - 1);
        }

        return new FeatureOrder(ranks, Math.Max(1, next));
    }

    private static bool IsMissingLast(ReadOnlySpan<int> rows, ReadOnlySpan<int> positives)
    {
        var missing = rows[Code.Missing] + rows[Code.NotANumber];
        if (missing == 0)
        {
            return false;
        }

        long all = 0, below = 0, half = 0, low = 0, high = 0;
        for (var code = (int)Code.Below; code < 256; code++)
        {
            all += rows[code];
        }

        for (var code = (int)Code.Below; code < 256; code++)
        {
            half += below < all - below ? rows[code] : 0;
            low += below < all - below ? positives[code] : 0;
            high += below < all - below ? 0 : positives[code];
            below += rows[code];
        }

        var mean = (double)(positives[Code.Missing] + positives[Code.NotANumber]) / missing;
        var (lowMean, highMean) = ((double)low / Math.Max(1, half), (double)high / Math.Max(1, all - half));
        return Math.Abs(mean - highMean) < Math.Abs(mean - lowMean);
    }

    private static FeatureOrder ByResponse(ReadOnlySpan<int> rows, ReadOnlySpan<int> positives)
    {
        long all = 0, allPositives = 0;
        for (var code = 0; code < 256; code++)
        {
            all += rows[code];
            allPositives += positives[code];
        }

        var prior = (double)allPositives / all;
        var present = new List<(double Mean, int Code)>();
        for (var code = 0; code < 256; code++)
        {
            if (rows[code] > 0)
            {
                present.Add(((positives[code] + PriorRows * prior) / (rows[code] + PriorRows), code));
            }
        }

        present.Sort();
        var ranks = new byte[256];
        ranks.AsSpan().Fill((byte)Math.Clamp(present.Count(entry => entry.Mean < prior) - 1, 0, 255));
        for (var rank = 0; rank < present.Count; rank++)
        {
            ranks[present[rank].Code] = (byte)rank;
        }

        return new FeatureOrder(ranks, present.Count);
    }
}
