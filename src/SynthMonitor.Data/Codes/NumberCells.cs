using System.Collections.Immutable;

namespace SynthMonitor.Data.Codes;

/// <summary>
/// Chooses the cells of a column of numbers: values with much mass of their own become atoms, the values between two atoms are cut
/// into cells of about equal mass. Between two atoms that are not neighbours there is always a cell, if only an empty one, so that an
/// atom holds its value alone.
/// </summary>
internal static class NumberCells
{
    /// <summary>The upper bounds of the cells.</summary>
    /// <param name="runs">The distinct values, rising.</param>
    /// <param name="rows">The rows of the column, those without a finite value included.</param>
    /// <param name="options">How finely to cut.</param>
    /// <param name="isWhole">Whether values are whole numbers.</param>
    public static ImmutableArray<double> Cut(ReadOnlySpan<ValueRun> runs, int rows, CodebookOptions options, bool isWhole)
    {
        var isAtom = ChooseAtoms(runs, rows, options, isWhole);
        var gaps = NumberGap.Between(runs, isAtom, isWhole);
        Share(gaps, options.NumberCells - isAtom.Count(true));
        var upper = ImmutableArray.CreateBuilder<double>(options.NumberCells);
        foreach (var gap in gaps)
        {
            AddEqualMass(upper, runs[gap.Start..gap.End], gap.Cells, gap.Upper);
            if (gap.End < runs.Length)
            {
                upper.Add(runs[gap.End].Value);
            }
        }

        return upper.ToImmutable();
    }

    /// <summary>All values where that fits the number of cells, else the most frequent ones above the share, as far as they fit.</summary>
    private static bool[] ChooseAtoms(ReadOnlySpan<ValueRun> runs, int rows, CodebookOptions options, bool isWhole)
    {
        var isAtom = new bool[runs.Length];
        if (runs.Length <= options.NumberCells)
        {
            Array.Fill(isAtom, true);
            if (NumberGap.Cost(runs, isAtom, isWhole) <= options.NumberCells)
            {
                return isAtom;
            }

            Array.Clear(isAtom);
        }

        var candidates = new List<(long Count, int Index)>();
        for (var index = 0; index < runs.Length; index++)
        {
            if (runs[index].Count > 1 && runs[index].Count >= options.AtomShare * rows)
            {
                candidates.Add((runs[index].Count, index));
            }
        }

        foreach (var (_, index) in candidates.OrderByDescending(run => run.Count).ThenBy(run => run.Index).Take(options.NumberCells))
        {
            isAtom[index] = true;
            isAtom[index] = NumberGap.Cost(runs, isAtom, isWhole) <= options.NumberCells;
        }

        return isAtom;
    }

    /// <summary>Gives every gap a cell, and each further cell to the gap whose cells then hold the most rows.</summary>
    private static void Share(List<NumberGap> gaps, int cells)
    {
        for (var left = cells - gaps.Sum(gap => gap.Cells); left > 0; left--)
        {
            var heaviest = gaps.Where(gap => gap.Cells < gap.Values).MaxBy(gap => (double)gap.Rows / gap.Cells);
            if (heaviest is null)
            {
                return;
            }

            heaviest.Cells++;
        }
    }

    /// <summary>
    /// Adds the bounds of cells that each take their fair share of what is left, the last one up to <paramref name="last"/>.
    /// </summary>
    private static void AddEqualMass(ImmutableArray<double>.Builder upper, ReadOnlySpan<ValueRun> runs, int cells, double last)
    {
        long left = 0;
        foreach (var run in runs)
        {
            left += run.Count;
        }

        var next = 0;
        for (; cells > 1; cells--)
        {
            var share = (double)left / cells;
            var taken = runs[next].Count;
            next++;
            // A value goes where it leaves the cell nearer to its share; every later cell keeps at least one value.
            while (runs.Length - next > cells - 1 && taken + runs[next].Count / 2.0 <= share)
            {
                taken += runs[next].Count;
                next++;
            }

            left -= taken;
            upper.Add(runs[next - 1].Value);
        }

        if (cells == 1)
        {
            upper.Add(last);
        }
    }
}
