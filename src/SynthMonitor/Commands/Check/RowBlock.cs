namespace SynthMonitor.Commands.Check;

/// <summary>A run of rows that is judged together.</summary>
/// <param name="Number">Its number; greater than that of the block before it.</param>
/// <param name="Start">Its first row, in order of time.</param>
/// <param name="Rows">Its number of rows, at least 1.</param>
internal readonly record struct RowBlock(long Number, int Start, int Rows)
{
    /// <summary>The row after its last.</summary>
    public int End => Start + Rows;
}
