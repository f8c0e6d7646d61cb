namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// Splits of rows that hold out a tenth of either label, equal to scikit-learn's <c>StratifiedShuffleSplit(test_size=0.1)</c> of the same seed.
/// </summary>
internal static class StratifiedSplits
{
    /// <summary>For each split, which rows are held out.</summary>
    public static IEnumerable<bool[]> HeldOut(bool[] labels, int splits, uint seed)
    {
        int[][] rows = [[.. Where(labels, false)], [.. Where(labels, true)]];
        long[] counts = [rows[0].Length, rows[1].Length];
        var random = new MersenneTwister(seed);
        var held = (labels.Length + 9) / 10;
        for (var split = 0; split < splits; split++)
        {
            var kept = Shares(counts, labels.Length - held, random);
            var tested = Shares([counts[0] - kept[0], counts[1] - kept[1]], held, random);
            var isHeldOut = new bool[labels.Length];
            for (var label = 0; label < rows.Length; label++)
            {
                var order = random.Permutation(rows[label].Length);
                foreach (var index in order.AsSpan((int)kept[label], (int)tested[label]))
                {
                    isHeldOut[rows[label][index]] = true;
                }
            }

            // The package shuffles both parts once more, which moves the random numbers of the next split.
            random.Permutation(labels.Length - held);
            random.Permutation(held);
            yield return isHeldOut;
        }
    }

    /// <summary>Draws shared out in proportion to counts; what rounding leaves goes to the greater remainder, by lot where they are equal.</summary>
    private static long[] Shares(long[] counts, int draws, MersenneTwister random)
    {
        double all = counts.Sum();
        double[] exact = [.. counts.Select(count => count / all * draws)];
        long[] shares = [.. exact.Select(value => (long)Math.Floor(value))];
        if (draws > shares.Sum())
        {
            var (first, second) = (exact[0] - shares[0], exact[1] - shares[1]);
            var lucky = first == second ? random.Permutation(2)[0] : first > second ? 0 : 1;
            shares[lucky]++;
        }

        return shares;
    }

    private static IEnumerable<int> Where(bool[] labels, bool wanted) => Enumerable.Range(0, labels.Length).Where(row => labels[row] == wanted);
}
