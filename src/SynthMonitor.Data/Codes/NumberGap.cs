namespace SynthMonitor.Data.Codes;

/// <summary>The distinct values before, between and after the atoms of a column of numbers.</summary>
/// <param name="Start">The first distinct value.</param>
/// <param name="End">One past the last distinct value: the atom that ends the gap, or the number of distinct values.</param>
/// <param name="Upper">Where the gap's last cell ends.</param>
/// <param name="Rows">The rows that bear these values.</param>
internal sealed record NumberGap(int Start, int End, double Upper, long Rows)
{
    /// <summary>The number of distinct values.</summary>
    public int Values => End - Start;

    /// <summary>The number of cells that the gap is cut into.</summary>
    public int Cells { get; set; }

    /// <summary>
    /// The gaps, each with the one cell that it needs (none where it holds no values and its atoms are neighbours or at an end).
    /// </summary>
    public static List<NumberGap> Between(ReadOnlySpan<ValueRun> runs, ReadOnlySpan<bool> isAtom, bool isWhole)
    {
        var gaps = new List<NumberGap>();
        var start = 0;
        long rows = 0;
        for (var index = 0; index < runs.Length; index++)
        {
            if (!isAtom[index])
            {
                rows += runs[index].Count;
                continue;
            }

            var upper = NumberCodes.Before(runs[index].Value, isWhole);
            var isNeeded = index > start || (start > 0 && upper > runs[start - 1].Value);
            gaps.Add(new NumberGap(start, index, upper, rows) { Cells = isNeeded ? 1 : 0 });
            (start, rows) = (index + 1, 0);
        }

        if (start < runs.Length)
        {
            gaps.Add(new NumberGap(start, runs.Length, runs[^1].Value, rows) { Cells = 1 });
        }

        return gaps;
    }

    /// <summary>The fewest cells that these atoms and the gaps around them need.</summary>
    public static int Cost(ReadOnlySpan<ValueRun> runs, ReadOnlySpan<bool> isAtom, bool isWhole) =>
        isAtom.Count(true) + Between(runs, isAtom, isWhole).Sum(gap => gap.Cells);
}
