using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>
/// Chooses a slice of about a wished-for share of the rows from a sample: the fewest names that make one, among these the share
/// nearest to the middle of the wish; where no categorical column has such names, the upper end of the column of numbers that is most
/// strongly associated with the label. Ties go to the earlier column, so the choice is a function of the sample.
/// </summary>
public static class SliceChoice
{
    /// <summary>Chooses a slice.</summary>
    /// <param name="sample">Rows to choose from.</param>
    /// <param name="isPositive">Their labels.</param>
    /// <param name="minimumShare">The least share of the rows.</param>
    /// <param name="maximumShare">The greatest share of the rows.</param>
    /// <returns>A slice, or null if no column yields one.</returns>
    public static Slice? Choose(Table sample, ReadOnlySpan<bool> isPositive, double minimumShare, double maximumShare)
    {
        var middle = (minimumShare + maximumShare) / 2 * sample.Rows;
        var minimum = minimumShare * sample.Rows;
        var maximum = maximumShare * sample.Rows;
        var byNames = sample.Columns.OfType<NameColumn>()
            .Where(column => column.Schema is { Kind: ColumnKind.Categorical, Role: ColumnRole.Feature or ColumnRole.Segment })
            .Select(column => ByNames(column, minimum, middle, maximum))
            .OfType<(Slice Slice, int Names, long Rows)>()
            .OrderBy(candidate => candidate.Names)
            .ThenBy(candidate => Math.Abs(candidate.Rows - middle))
            .Select(candidate => candidate.Slice)
            .FirstOrDefault();
        return byNames ?? ByRange(Association.Rank(sample, isPositive), minimum, middle, maximum);
    }

    private static (Slice Slice, int Names, long Rows)? ByNames(NameColumn column, double minimum, double middle, double maximum)
    {
        var counts = new long[column.Names.Length];
        foreach (var position in column.Positions)
        {
            if (position != NameColumn.MissingPosition)
            {
                counts[position]++;
            }
        }

        var present = column.Names.Select((name, position) => (Name: name, Rows: counts[position])).Where(entry => entry.Rows > 0)
            .OrderBy(entry => Math.Abs(entry.Rows - middle)).ThenBy(entry => entry.Name, StringComparer.Ordinal).ToList();
        var taken = present.Take(1).Where(entry => entry.Rows >= minimum && entry.Rows <= maximum).ToList();
        if (taken.Count == 0)
        {
            foreach (var entry in present.OrderByDescending(entry => entry.Rows))
            {
                var rows = taken.Sum(other => other.Rows);
                if (rows < minimum && rows + entry.Rows <= maximum)
                {
                    taken.Add(entry);
                }
            }
        }

        var total = taken.Sum(entry => entry.Rows);
        var slice = new NameSlice(column.Name, [.. taken.Select(entry => entry.Name)]);
        return total < minimum || total == 0 ? null : (slice, taken.Count, total);
    }

    private static RangeSlice? ByRange(IEnumerable<NumberColumn> columns, double minimum, double middle, double maximum)
    {
        foreach (var column in columns)
        {
            var descending = column.Values.ToArray().Where(value => !double.IsNaN(value)).OrderDescending().ToArray();
            var bounds = descending.Select((value, index) => (Value: value, Rows: index + 1))
                .Where((bound, index) => index + 1 == descending.Length || descending[index + 1] < bound.Value)
                .Where(bound => bound.Rows >= minimum && bound.Rows <= maximum)
                .OrderBy(bound => Math.Abs(bound.Rows - middle));
            foreach (var bound in bounds)
            {
                return new RangeSlice(column.Name, bound.Value);
            }
        }

        return null;
    }
}
