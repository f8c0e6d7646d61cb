using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>
/// The cells that a column is tested on. They treat both samples alike: which rows share one depends on the counts of both together, never on
/// which sample a row is of. Else every value that the reference happens to lack would be a finding.
/// </summary>
/// <param name="Reference">The reference's counts.</param>
/// <param name="Current">The sample's counts.</param>
internal readonly record struct TestedCells(long[] Reference, long[] Current)
{
    /// <summary>Names that both samples together hold less often share a cell.</summary>
    private const int Enough = 10;

    /// <summary>Where the smaller sample has more rows, permutation would be slow, and cells are filled for χ² instead.</summary>
    private const int MostPermuted = 10_000;

    private const int MostOrdered = 32;
    private const int LeastOfReference = 50;
    private const double LeastJoined = 5;

    /// <summary>
    /// At most <see cref="MostOrdered"/> cells of neighbouring values, of about equal counts, filled for χ²; and one of rows without a finite
    /// value.
    /// </summary>
    /// <param name="values">The reference's finite values, rising.</param>
    /// <param name="rows">The reference's rows.</param>
    /// <param name="currentValues">The sample's finite values, rising.</param>
    /// <param name="currentRows">The sample's rows.</param>
    public static TestedCells Ordered(ReadOnlySpan<double> values, int rows, ReadOnlySpan<double> currentValues, int currentRows)
    {
        var joined = new JoinedCells(Math.Max(
            Filled(rows, currentRows), (double)(values.Length + currentValues.Length) / MostOrdered));
        for (var (i, j) = (0, 0); i < values.Length || j < currentValues.Length;)
        {
            var value = j == currentValues.Length || (i < values.Length && values[i] <= currentValues[j]) ? values[i] : currentValues[j];
            joined.Add(Skip(values, ref i, value), Skip(currentValues, ref j, value));
        }

        var (reference, current) = joined.Close();
        return new([rows - values.Length, .. reference], [currentRows - currentValues.Length, .. current]);
    }

    /// <summary>
    /// The codebook's cells in order of value, neighbours joined until they are filled for χ²; what lies beyond the reference's range joins the
    /// outermost. Missing and not-a-number stay by themselves. These cells were cut by the reference alone: each must hold so many of its rows
    /// that its luck with them does not matter.
    /// </summary>
    public static TestedCells Ordered(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        var joined = new JoinedCells(Filled(TwoSamples.Sum(reference), TwoSamples.Sum(current)), LeastOfReference);
        for (var cell = Channel.Unordered; cell < reference.Length; cell++)
        {
            var isOutermost = cell == Channel.Unordered || cell == reference.Length - 2;
            joined.Add(reference[cell], current[cell], isOutermost);
        }

        var (first, second) = joined.Close();
        return new([.. reference[..Channel.Unordered], .. first], [.. current[..Channel.Unordered], .. second]);
    }

    /// <summary>A cell for each name that is frequent enough, known to the reference or not, one for all rarer, and one for missing.</summary>
    /// <param name="compared">The column's cells in both samples.</param>
    /// <param name="codes">Its names.</param>
    /// <param name="others">How often each of the names that share a cell is in the reference.</param>
    /// <param name="current">The sample's names.</param>
    public static TestedCells Named(ComparedChannel compared, NameCodes codes, ImmutableArray<long> others, NameColumn current)
    {
        var counts = new Dictionary<string, (long Reference, long Current)>(StringComparer.Ordinal);
        for (var name = 0; name < codes.Names.Length; name++)
        {
            counts[codes.Names[name]] = (compared.Reference[name + 2], 0);
        }

        for (var name = 0; name < others.Length; name++)
        {
            counts[codes.Others[name]] = (others[name], 0);
        }

        var missing = CountCurrent(current, counts);
        var (n, m) = (compared.Reference.Sum(), current.Rows);
        var enough = Math.Min(n, m) > MostPermuted ? Math.Max(Enough, CellTests.LeastExpected / LeastJoined * Filled(n, m)) : Enough;
        var isFrequent = counts.Values.ToLookup(pair => pair.Reference + pair.Current >= enough);
        var cells = isFrequent[true].OrderByDescending(pair => pair.Reference + pair.Current).ThenByDescending(pair => pair.Reference).ToArray();
        return new(
            [compared.Reference[0], isFrequent[false].Sum(pair => pair.Reference), .. cells.Select(pair => pair.Reference)],
            [missing, isFrequent[false].Sum(pair => pair.Current), .. cells.Select(pair => pair.Current)]);
    }

    /// <summary>Adds the sample's names to counts.</summary>
    /// <returns>How many are missing.</returns>
    private static long CountCurrent(NameColumn current, Dictionary<string, (long Reference, long Current)> counts)
    {
        var (byPosition, missing) = (new long[current.Names.Length], 0L);
        foreach (var position in current.Positions)
        {
            if (position == NameColumn.MissingPosition)
            {
                missing++;
            }
            else
            {
                byPosition[position]++;
            }
        }

        for (var position = 0; position < byPosition.Length; position++)
        {
            var known = counts.GetValueOrDefault(current.Names[position]);
            counts[current.Names[position]] = (known.Reference, known.Current + byPosition[position]);
        }

        return missing;
    }

    /// <summary>The count of both samples that gives the smaller the expected count that it needs, less where it has but few rows.</summary>
    private static double Filled(double rows, double currentRows)
    {
        var smaller = Math.Min(rows, currentRows);
        return Math.Min(LeastJoined, smaller / 4) * (rows + currentRows) / smaller;
    }

    private static int Skip(ReadOnlySpan<double> sorted, ref int next, double value)
    {
        var start = next;
        while (next < sorted.Length && sorted[next] == value)
        {
            next++;
        }

        return next - start;
    }
}
