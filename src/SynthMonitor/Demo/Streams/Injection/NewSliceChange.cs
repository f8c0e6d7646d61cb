using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>The rows of a slice are kept out until the drift; then they come as often as in the source, labelled by another rule.</summary>
/// <param name="slice">The slice.</param>
internal sealed class NewSliceChange(Slice slice) : IRowChange
{
    /// <summary>The least share of the rows in the slice.</summary>
    public const double MinimumShare = 0.08;

    /// <summary>The greatest share of the rows in the slice.</summary>
    public const double MaximumShare = 0.25;

    public double[] Keep(Table rows, bool drifted) => [.. slice.Mark(rows).Select(inside => inside && !drifted ? 0.0 : 1.0)];

    public bool[] Relabel(Table rows) => slice.Mark(rows);

    public override string ToString() => $"rows never seen before, with their own rule, where {slice}";
}
