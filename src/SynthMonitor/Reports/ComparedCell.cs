namespace SynthMonitor.Reports;

/// <summary>A cell of a column in two samples.</summary>
/// <param name="Name">What it holds.</param>
/// <param name="First">Its share of the first sample's rows, 0 … 1.</param>
/// <param name="Second">Its share of the second sample's rows, 0 … 1.</param>
/// <param name="IsMoved">Whether it is to be marked.</param>
internal readonly record struct ComparedCell(string Name, double First, double Second, bool IsMoved)
{
    /// <summary>What it says in words.</summary>
    public string Words => FormattableString.Invariant($"{Name}: {First:0.0%} → {Second:0.0%}");
}
