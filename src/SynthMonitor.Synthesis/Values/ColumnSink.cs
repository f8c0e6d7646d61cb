using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Values;

/// <summary>Receives the values of one column; different rows may be set by different threads.</summary>
internal abstract class ColumnSink
{
    /// <summary>Sets a row to the value of a code at a position inside it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="code">The code.</param>
    /// <param name="position">In [0, 1).</param>
    public abstract void Set(int row, byte code, double position);

    /// <summary>Sets a row to a number, rounded as the column is.</summary>
    /// <returns>The number's code, or null where the column's range does not hold it; then nothing is set.</returns>
    public abstract byte? TryPlace(int row, double value);

    /// <summary>The number at a row.</summary>
    public abstract double Number(int row);

    /// <summary>The name at a row; null is missing.</summary>
    public abstract string? Name(int row);

    /// <summary>The column, once all rows are set.</summary>
    public abstract Column ToColumn();
}
