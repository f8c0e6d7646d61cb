using System.Globalization;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Trees;

namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>
/// Finds slices of real rows in which the model errs more than elsewhere: a shallow tree predicts the error from the features (in the
/// manner of SliceFinder, Chung et al. 2019) on every other row, and the rows between say whether a leaf's error is really higher.
/// </summary>
public static class HighErrorSlicePlanner
{
    private const int MaximumDepth = 3;
    private const int LeastLeaf = 30;
    private const int LeafShare = 50;
    private const double LeastGain = 12;
    private const double LeastZ = 3;
    private const int ErrorLevels = 255;
    private static readonly CodebookOptions Cells = new(NumberCells: 16, NameCells: 32);

    /// <summary>The slices whose mean error is significantly above that of the other rows (z of 3), worst first.</summary>
    /// <param name="rows">Real rows.</param>
    /// <param name="errors">
    /// For each row how wrong the model was, 0 … 1: 0 or 1 for a class, |label − probability|, or a scaled absolute error.
    /// </param>
    /// <param name="most">The most slices to return, at least 1.</param>
    /// <exception cref="ArgumentException">There are not as many errors as rows, or one is outside 0 … 1.</exception>
    public static IReadOnlyList<EdgeCase> Find(Table rows, ReadOnlySpan<double> errors, int most = 3)
    {
        if (errors.Length != rows.Rows || errors.ContainsAnyExceptInRange(0.0, 1.0))
        {
            throw new ArgumentException($"{errors.Length} errors for {rows.Rows} rows; expected one for each, 0 … 1", nameof(errors));
        }

        var features = new Table([.. rows.Columns.Where(column =>
            column.Schema is { IsCoded: true, Role: ColumnRole.Feature or ColumnRole.Segment })]);
        var leaf = Math.Max(LeastLeaf, rows.Rows / 2 / LeafShare);
        if (features.Columns.IsEmpty || rows.Rows < 4 * leaf)
        {
            return [];
        }

        var codebook = CodebookFitter.Fit(features, Cells);
        var codes = codebook.Encode(features);
        var levels = new byte[rows.Rows];
        for (var row = 0; row < levels.Length; row++)
        {
            levels[row] = (byte)Math.Round(errors[row] * ErrorLevels);
        }

        var (learn, judge) = (Interleaved(rows.Rows, 0), Interleaved(rows.Rows, 1));
        var tree = Grow(codebook, codes.Take(learn), [.. learn.Select(row => levels[row])], leaf);
        return [.. Judge(tree, codes.Take(judge), [.. judge.Select(row => levels[row])], tree.Leaves)
            .Select((slice, index) => ToCase(slice, tree.PathTo(index), codebook, features.Schema, HasMissing(codes)))
            .OfType<EdgeCase>()
            .OrderByDescending(edge => edge.Weight)
            .ThenBy(edge => edge.Name, StringComparer.Ordinal)
            .Take(most)];
    }

    private static ClassificationTree Grow(Codebook codebook, CodeTable codes, byte[] levels, int leaf)
    {
        byte[][] columns = [.. Enumerable.Range(0, codes.Columns).Select(column => codes[column].ToArray())];
        var grower = new TreeGrower([.. codebook.Columns], columns, new TreeLimits(leaf, MaximumDepth, LeastGain));
        return grower.Grow(levels, SplitTarget.Scores(), CancellationToken.None);
    }

    /// <summary>For each leaf how its error compares with that of all other rows.</summary>
    private static SliceError[] Judge(ClassificationTree tree, CodeTable codes, byte[] levels, int leaves)
    {
        var slices = new ErrorSums[leaves];
        var all = default(ErrorSums);
        var row = new byte[codes.Columns];
        for (var i = 0; i < codes.Rows; i++)
        {
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = codes[column][i];
            }

            var leaf = tree.LeafOf(row);
            slices[leaf] = slices[leaf].Plus(levels[i]);
            all = all.Plus(levels[i]);
        }

        return [.. slices.Select(slice => SliceError.Of(slice, all, ErrorLevels))];
    }

    private static EdgeCase? ToCase(
        SliceError slice, IReadOnlyList<(int Column, CodeSet Codes)> path, Codebook codebook, Schema schema, bool[] hasMissing)
    {
        if (path.Count == 0 || !(slice.Z >= LeastZ))
        {
            return null;
        }

        var conditions = new ConditionSet([.. path.Select(step =>
            ToCondition(schema[step.Column], codebook.Columns[step.Column], step.Codes, hasMissing[step.Column]))]);
        var reason = string.Create(
            CultureInfo.InvariantCulture,
            $"mean error {slice.Mean:F3} where {conditions} ({slice.Share:P1} of the rows), {slice.MeanElsewhere:F3} elsewhere");
        return new EdgeCase($"errors:{conditions}", conditions, slice.Share * (slice.Mean - slice.MeanElsewhere), reason);
    }

    private static Condition ToCondition(ColumnSchema column, ColumnCodes codes, CodeSet set, bool hasMissing)
    {
        // What no row had is no part of the slice: names the tree never saw, and missing values where there are none.
        var known = new CodeSet();
        for (var code = hasMissing ? Code.Missing : Code.NotANumber; code < codes.Count; code++)
        {
            if (code != Code.Unseen)
            {
                known.Add(code);
            }
        }

        return new Condition(column, CodeValues.Of(codes, set.Intersect(known)));
    }

    private static int[] Interleaved(int rows, int start) => [.. Enumerable.Range(0, rows).Where(row => row % 2 == start)];

    private static bool[] HasMissing(CodeTable codes) =>
        [.. Enumerable.Range(0, codes.Columns).Select(column => codes[column].Contains(Code.Missing))];
}
