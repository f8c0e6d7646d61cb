namespace SynthMonitor.Synthesis.Values;

/// <summary>
/// Fits a <see cref="NumberCell"/> from the sorted values of a column. Only values that at least <see cref="AtomRows"/> rows share are
/// kept as they are; the others are taken <see cref="GroupRows"/> or more at a time and spread over the span up to half way to their
/// neighbours, so that no value of a single row is ever drawn again except by chance on the column's grid.
/// </summary>
/// <param name="sorted">All finite values of the column, rising.</param>
/// <param name="grid">The column's rounding, or null.</param>
internal sealed class NumberCellFitter(double[] sorted, Grid? grid)
{
    /// <summary>A value that at least this many rows share says nothing about any one of them.</summary>
    public const int AtomRows = 10;

    /// <summary>The fewest rows whose values are spread together.</summary>
    public const int GroupRows = 5;

    private const int MaximumGroups = 16;

    /// <summary>Fits the cell of the values in <c>sorted[start..end]</c>, of which there is at least one.</summary>
    public NumberCell Fit(int start, int end)
    {
        var pieces = new List<(int Rows, double Low, double High)>();
        var groupRows = Math.Max(GroupRows, (end - start + MaximumGroups - 1) / MaximumGroups);
        var group = start;
        for (var index = start; index < end;)
        {
            var next = EndOfRun(index, end);
            if (next - index >= AtomRows)
            {
                AddGroup(pieces, group, index);
                var place = Place(sorted[index]);
                pieces.Add((next - index, place, place));
                group = next;
            }
            else if (next - group >= groupRows && end - next >= groupRows)
            {
                AddGroup(pieces, group, next);
                group = next;
            }

            index = next;
        }

        AddGroup(pieces, group, end);
        return Build(pieces, end - start);
    }

    private static NumberCell Build(List<(int Rows, double Low, double High)> pieces, int rows)
    {
        var shares = new double[pieces.Count];
        var taken = 0;
        for (var piece = 0; piece < shares.Length; piece++)
        {
            taken += pieces[piece].Rows;
            shares[piece] = (double)taken / rows;
        }

        return new NumberCell(shares, [.. pieces.Select(piece => piece.Low)], [.. pieces.Select(piece => piece.High)]);
    }

    private void AddGroup(List<(int Rows, double Low, double High)> pieces, int start, int end)
    {
        if (start == end)
        {
            return;
        }

        var (first, last) = (sorted[start], sorted[end - 1]);
        if (grid is not null)
        {
            pieces.Add((end - start, grid.IndexOf(first) - 0.5, grid.IndexOf(last) + 0.5));
            return;
        }

        // Half way to the neighbours, but where the group has a width not further out than that: a distant neighbour is no reason to
        // put values into the empty space before it.
        var reach = last > first ? last - first : double.PositiveInfinity;
        var before = start > 0 ? Math.Min((first - sorted[start - 1]) / 2, reach) : 0;
        var after = end < sorted.Length ? Math.Min((sorted[end] - last) / 2, reach) : 0;
        pieces.Add((end - start, first - before, last + after));
    }

    private double Place(double value) => grid?.IndexOf(value) ?? value;

    private int EndOfRun(int index, int end)
    {
        var next = index + 1;
        while (next < end && sorted[next] == sorted[index])
        {
            next++;
        }

        return next;
    }
}
