using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Drift.Statistics;

/// <summary>
/// The p-value of any two-sample statistic, exact for every size and ties or not: the rank of the observed one among those of random divisions
/// of the pooled rows, <c>(1 + #{at least as great}) / (1 + divisions)</c>. Where <see cref="Enough"/> divisions are at least as great, drawing
/// ends and the p-value is their share of those drawn. A function of the seed. Source: Phipson and Smyth 2010; Besag and Clifford 1991.
/// Cost: for each division as many draws as the smaller sample has rows, and the statistic.
/// </summary>
public static class PermutationTest
{
    /// <summary>The divisions at least as great after which drawing ends: the p-value's relative standard error is then 1 / √Enough.</summary>
    public const int Enough = 400;

    /// <summary>The divisions drawn at most.</summary>
    public const int MostDivisions = 9_999;

    /// <summary>The p-value of a statistic on cells.</summary>
    /// <param name="reference">Counts.</param>
    /// <param name="current">Counts over the same cells.</param>
    /// <param name="statistic">The statistic of two samples of counts; what is greater speaks against one distribution.</param>
    /// <param name="seed">Chooses the divisions.</param>
    /// <returns>Undefined where the observed statistic is.</returns>
    public static Estimate OnCells(
        ReadOnlySpan<long> reference, ReadOnlySpan<long> current, Func<long[], long[], Estimate> statistic, ulong seed)
    {
        long[] a = [.. reference], b = [.. current];
        var observed = statistic(a, b);
        if (!observed.IsDefined)
        {
            return observed;
        }

        var isSwapped = a.Sum() < b.Sum();
        var (smaller, larger) = isSwapped ? (a, b) : (b, a);
        var rows = Enumerable.Range(0, a.Length).SelectMany(cell => Enumerable.Repeat(cell, checked((int)(a[cell] + b[cell])))).ToArray();
        var (drawn, rest) = (new long[a.Length], new long[a.Length]);
        return Rank(observed.Value!.Value, rows, checked((int)smaller.Sum()), seed, () =>
        {
            Array.Clear(drawn);
            foreach (var cell in rows.AsSpan(0, (int)smaller.Sum()))
            {
                drawn[cell]++;
            }

            for (var cell = 0; cell < rest.Length; cell++)
            {
                rest[cell] = smaller[cell] + larger[cell] - drawn[cell];
            }

            return isSwapped ? statistic(drawn, rest) : statistic(rest, drawn);
        });
    }

    /// <summary>The p-value of a statistic on samples of numbers.</summary>
    /// <param name="first">A sample.</param>
    /// <param name="second">Another.</param>
    /// <param name="statistic">The statistic; what is greater speaks against one distribution.</param>
    /// <param name="seed">Chooses the divisions.</param>
    /// <returns>Undefined where the observed statistic is.</returns>
    public static Estimate OnSamples(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, Func<double[], double[], Estimate> statistic, ulong seed)
    {
        double[] a = [.. first], b = [.. second], rows = [.. first, .. second];
        var observed = statistic(a, b);
        return observed.Value is { } value
            ? Rank(value, rows, Math.Min(a.Length, b.Length), seed, () => a.Length <= b.Length
                ? statistic(rows[..a.Length], rows[a.Length..])
                : statistic(rows[b.Length..], rows[..b.Length]))
            : observed;
    }

    /// <summary>Draws divisions, each by bringing so many random rows to the front, and ranks the observed statistic.</summary>
    private static Estimate Rank<T>(double observed, T[] rows, int size, ulong seed, Func<Estimate> statistic)
    {
        // Sums in another order must not make an equal division a lesser one.
        var (random, least, great) = (new KeyedRandom(seed), observed - (1e-12 * Math.Abs(observed)), 0);
        for (var division = 1; division <= MostDivisions; division++)
        {
            for (var row = 0; row < size; row++)
            {
                var other = row + random.Next(rows.Length - row);
                (rows[row], rows[other]) = (rows[other], rows[row]);
            }

            great += statistic().Value >= least ? 1 : 0;
            if (great == Enough)
            {
                return Estimate.Of((double)great / division);
            }
        }

        return Estimate.Of((great + 1.0) / (MostDivisions + 1));
    }
}
