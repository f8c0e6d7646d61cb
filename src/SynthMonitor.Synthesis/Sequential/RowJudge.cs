namespace SynthMonitor.Synthesis.Sequential;

/// <summary>Works out how probable rows are.</summary>
internal static class RowJudge
{
    /// <summary>The logarithm of the probability of each row's codes; negative infinity where a code cannot be drawn.</summary>
    /// <param name="columns">The columns, in the order in which they are drawn.</param>
    /// <param name="codes">For each column the code of every row.</param>
    /// <param name="rows">The rows to judge.</param>
    /// <param name="threads">The most threads; null means one for each processor.</param>
    /// <param name="cancellation">Stops judging.</param>
    public static double[] LogProbabilities(
        IReadOnlyList<ModelledColumn> columns, byte[][] codes, int[] rows, int? threads, CancellationToken cancellation)
    {
        var result = new double[rows.Length];
        BlockLoop.Run(rows.Length, columns.Count, threads, (block, start, count) =>
        {
            for (var i = 0; i < count; i++)
            {
                for (var column = 0; column < columns.Count; column++)
                {
                    block[i][column] = codes[column][rows[start + i]];
                }
            }

            for (var column = 0; column < columns.Count; column++)
            {
                columns[column].Model.Judge(block, column);
                block.AddLogProbabilities();
            }

            block.LogProbabilities.AsSpan(0, count).CopyTo(result.AsSpan(start));
        }, cancellation);
        return result;
    }

    /// <summary>The logarithm of the probability of rows that are drawn for nothing else.</summary>
    /// <param name="columns">The columns, in the order in which they are drawn.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="threads">The most threads; null means one for each processor.</param>
    /// <param name="cancellation">Stops drawing.</param>
    public static double[] LogProbabilitiesOfDraws(ModelledColumn[] columns, int rows, int? threads, CancellationToken cancellation)
    {
        var drawer = new RowDrawer(columns, seed: 0, firstRow: 0);
        var result = new double[rows];
        BlockLoop.Run(rows, columns.Length, threads, (block, start, count) =>
        {
            long[] keys = [.. Enumerable.Range(start, count)];
            for (var column = 0; column < columns.Length; column++)
            {
                drawer.DrawColumn(block, column, keys, RowDrawer.CodeStream, null);
                block.AddLogProbabilities();
            }

            block.LogProbabilities.AsSpan(0, count).CopyTo(result.AsSpan(start));
        }, cancellation);
        return result;
    }
}
