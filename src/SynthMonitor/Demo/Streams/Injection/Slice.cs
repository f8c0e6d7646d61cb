using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>A part of the rows, told by the value of one column; a missing value belongs to no slice.</summary>
/// <param name="Column">The name of the column.</param>
public abstract record Slice(string Column)
{
    /// <summary>Whether each row of a table belongs to the slice.</summary>
    public abstract bool[] Mark(Table rows);
}
