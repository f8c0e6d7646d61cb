namespace SynthMonitor.Synthesis.Sequential;

/// <summary>Goes through rows a block at a time, on several threads; which rows share a block never depends on the threads.</summary>
internal static class BlockLoop
{
    /// <summary>Runs a step for every block.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="stride">The number of columns of a row.</param>
    /// <param name="threads">The most threads; null means one for each processor.</param>
    /// <param name="step">Receives a block to work in, the first row and the number of rows, which is the block's count already.</param>
    /// <param name="cancellation">Stops the loop.</param>
    public static void Run(int rows, int stride, int? threads, Action<RowBlock, int, int> step, CancellationToken cancellation)
    {
        using var blocks = new ThreadLocal<RowBlock>(() => new RowBlock(stride));
        ParallelLoop.Run((rows + RowBlock.MaximumRows - 1) / RowBlock.MaximumRows, threads, index =>
        {
            var start = index * RowBlock.MaximumRows;
            var block = blocks.Value!;
            block.Begin(Math.Min(RowBlock.MaximumRows, rows - start));
            step(block, start, block.Count);
        }, cancellation);
    }
}
