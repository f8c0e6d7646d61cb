using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>The rows of a slice are labelled by another rule.</summary>
/// <param name="slice">The slice.</param>
internal sealed class ConceptChange(Slice slice) : IRowChange
{
    /// <summary>The least share of the rows in the slice.</summary>
    public const double MinimumShare = 0.3;

    /// <summary>The greatest share of the rows in the slice.</summary>
    public const double MaximumShare = 0.5;

    public double[] Keep(Table rows, bool drifted)
    {
        var keep = new double[rows.Rows];
        Array.Fill(keep, 1);
        return keep;
    }

    public bool[] Relabel(Table rows) => slice.Mark(rows);

    public override string ToString() => $"labels by another rule where {slice}";
}
