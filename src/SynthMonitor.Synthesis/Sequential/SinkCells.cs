using SynthMonitor.Synthesis.Constraints;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>The cells of rows that are being drawn.</summary>
/// <param name="columns">The columns.</param>
/// <param name="sinks">For each column where its values are put.</param>
internal sealed class SinkCells(ModelledColumn[] columns, ColumnSink[] sinks) : ICells
{
    private readonly Dictionary<int, ColumnSink> byPosition = columns.Zip(sinks).ToDictionary(pair => pair.First.Position, pair => pair.Second);

    /// <inheritdoc/>
    public double Number(int row, int position) => byPosition[position].Number(row);

    /// <inheritdoc/>
    public string? Name(int row, int position) => byPosition[position].Name(row);
}
